using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A route to a Service of a repository without Services.</summary>
internal sealed class GatewayBackendOutOfSight() : ManifestSetRule("HB3176", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var route in set.Network.Routes)
        {
            if (route.IsGatewayApi && route.Service.Known is { } name && set.Network.IsServiceOutOfSight(route.Route, route.Namespace, name.Value))
                yield return Report(name.Location, route.Route.LogicalPath, name.Value) with { LogicalPath = route.Route.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(GatewayBackendOutOfSight),
        Title = "Route leads to a Service that is not in the repository",
        MessageFormat = "'{0}' leads to Service '{1}', which is defined in none of the files; define it, or correct the name or namespace",
        Rationale =
            "A gateway answers with an error for every request to a backend that does not exist. The strict form of HB3103, which "
            + "is silent where nothing of the kind lies beside it: in most repositories it is defined elsewhere.",
        WhenToIgnore = "When the repository holds only a part of what is deployed; the rule is off by default.",
        CatalogueSlugs = ["gateway-backend-out-of-sight"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [],
        Aliases = ["kubescape:C-0302", "kubescape:dangling-gateway-backend"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata:
                  name: api
                  namespace: shop
                spec:
                  rules:
                    - backendRefs:
                        - name: [|api|]
                          port: 80

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata:
                  name: api
                  namespace: shop
                spec:
                  rules:
                    - backendRefs:
                        - name: api
                          port: 80
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                spec:
                  selector:
                    app: api
                  ports:
                    - port: 80

                """),
        ],
    };
}
