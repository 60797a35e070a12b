using System.Globalization;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A route to a Service that does not exist.</summary>
internal sealed class DanglingGatewayBackend() : ManifestSetRule("HB3103", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var route in set.Network.Routes)
        {
            if (!route.IsGatewayApi || route.Service.Known is not { } name || route.Namespace.IsUnknown)
                continue;
            if (set.Network.IsServiceMissing(route.Route, route.Namespace, name.Value))
            {
                yield return Report(name.Location, route.Route.LogicalPath, $"Service '{name.Value}'") with { LogicalPath = route.Route.LogicalPath };
                continue;
            }

            var services = set.Network.Named(route.Namespace, name.Value).ToList();
            if (services.Count > 0 && route.Port.Known is { } port && services.TrueForAll(service => service.Offers(route.Port, default) == Answer.No))
                yield return Report(port.Location, route.Route.LogicalPath, $"port {port.Value.ToString(CultureInfo.InvariantCulture)} of Service '{name.Value}'") with { LogicalPath = route.Route.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DanglingGatewayBackend),
        Title = "Route leads to no Service",
        MessageFormat = "'{0}' leads to {1}, which is not defined beside it; correct the name, namespace or port",
        Rationale = "The gateway answers with an error for every request that takes the route.",
        WhenToIgnore = "When the Service is made by an operator or another repository.",
        CatalogueSlugs = ["dangling-gateway-backend"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
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
                        - name: [|apii|]
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
                      targetPort: 8080

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
                      targetPort: 8080

                """),
        ],
    };
}
