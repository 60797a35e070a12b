using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A workload that a route of a gateway leads to: an inventory.</summary>
internal sealed class GatewayExposesWorkload() : ManifestSetRule("HB4035", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var route in set.Network.Routes)
        {
            if (route.Service.Known is not { } name)
                continue;
            if (set.Network.Named(route.Namespace, name.Value).SelectMany(set.Network.Behind).FirstOrDefault() is { } workload)
                yield return Report(name.Location, route.Route.LogicalPath, workload.LogicalPath) with { LogicalPath = route.Route.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(GatewayExposesWorkload),
        Title = "Gateway leads to a workload",
        MessageFormat = "'{0}' leads to '{1}' from outside; check that it is wanted",
        Rationale =
            "An inventory of the ways into the cluster, for a review. It is off by default: most ways in are meant to be there.",
        WhenToIgnore = "Always, unless a review is under way.",
        CatalogueSlugs = ["gateway-exposes-workload"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["kubescape:C-0266", "kubescape:exposure-to-internet-via-gateway-api", "kubescape:exposure-to-internet-via-istio-ingress"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata:
                  name: api
                  namespace: shop
                spec:
                  parentRefs:
                    - name: public
                  rules:
                    - backendRefs:
                        - name: [|api|]
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
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
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
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
