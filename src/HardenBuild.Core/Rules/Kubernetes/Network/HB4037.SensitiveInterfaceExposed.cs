using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>An administration page that is open to the outside.</summary>
internal sealed class SensitiveInterfaceExposed() : ManifestSetRule("HB4037", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var service in set.Network.Services)
        {
            if (!service.IsExposed || service.Type.Known is not { } type)
                continue;
            foreach (var workload in set.Network.Behind(service))
            {
                if (AdminInterfaces.Find(workload) is not { } program || AdminInterfaces.IsBehindProxy(workload))
                    continue;
                yield return Report(type.Location, service.Object.LogicalPath, program) with
                {
                    LogicalPath = service.Object.LogicalPath,
                    Related = [new RelatedLocation(workload.Object.NameLocation, "The interface")],
                };
                break;
            }
        }

        foreach (var ingress in set.Network.Ingresses)
        {
            foreach (var backend in ingress.Backends)
            {
                if (backend.Service.Known is not { } name || HasSignIn(ingress))
                    continue;
                var found = set.Network.Named(ingress.Object.Namespace, name.Value).SelectMany(set.Network.Behind).FirstOrDefault(static workload => AdminInterfaces.Find(workload) is not null && !AdminInterfaces.IsBehindProxy(workload));
                if (found is not null)
                {
                    yield return Report(name.Location, ingress.Object.LogicalPath, AdminInterfaces.Find(found)!) with
                    {
                        LogicalPath = ingress.Object.LogicalPath,
                        Related = [new RelatedLocation(found.Object.NameLocation, "The interface")],
                    };
                }
            }
        }
    }

    private static bool HasSignIn(Ingress ingress) =>
        ingress.Object.Annotations.IsUnknown
        || (ingress.Object.Annotations.Mapping is { } annotations && annotations.Members.Any(static member => member.Key is { } key && (key.Value.Contains("auth", StringComparison.Ordinal) || key.Value.Contains("whitelist-source-range", StringComparison.Ordinal))));

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SensitiveInterfaceExposed),
        Title = "Administration interface is reachable from outside",
        MessageFormat =
            "'{0}' opens '{1}' to the outside, whose interface gives control of data or of the cluster; use 'ClusterIP' and "
            + "'kubectl port-forward', or put a proxy with sign-in before it",
        Rationale =
            "Dashboards, notebooks and build servers run what their visitors ask for. Many have no password or a known one, and "
            + "scanners look for them all the time.",
        WhenToIgnore = "When the interface has a sign-in of its own that is safe on the internet.",
        CatalogueSlugs = ["sensitive-interface-exposed"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspKubernetes("K09:2022"), RuleReference.OwaspKubernetes("K06:2025")],
        Aliases = ["kubescape:C-0021", "kubescape:exposed-sensitive-interfaces-v1"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                spec:
                  type: [|NodePort|]
                  selector:
                    app: api
                  ports:
                    - port: 80
                      targetPort: 8080
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: grafana
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
                  name: grafana
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
