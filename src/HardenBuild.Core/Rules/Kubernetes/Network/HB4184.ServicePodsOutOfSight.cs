using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A Service for pods of a repository without pods.</summary>
internal sealed class ServicePodsOutOfSight() : ManifestSetRule("HB4184", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var service in set.Network.Services)
        {
            if (service.Type.Is("ExternalName") || service.Type.IsUnknown || service.Selector.IsEmpty || service.Selector.Location is not { } location)
                continue;
            if (set.Network.ArePodsOutOfSight(service.Selector, service.Object))
                yield return Report(location, service.Object.LogicalPath) with { LogicalPath = service.Object.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServicePodsOutOfSight),
        Title = "Service leads to pods that are not in the repository",
        MessageFormat = "'{0}' selects pods that are defined in none of the files; correct the labels or the namespace",
        Rationale =
            "A Service whose labels match nothing has no endpoints: every connection to it fails. The strict form of HB4046, which "
            + "is silent where nothing of the kind lies beside it: in most repositories it is defined elsewhere.",
        WhenToIgnore = "When the repository holds only a part of what is deployed; the rule is off by default.",
        CatalogueSlugs = ["service-pods-out-of-sight"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [],
        Aliases = ["kube-linter:dangling-service", "kube-score:service-targets-pod", "kubescape:C-0293", "kubescape:service-with-no-workload"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                spec:
                  selector:
                    [|app: api|]
                  ports:
                    - port: 80

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
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  selector:
                    matchLabels:
                      app: api
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
