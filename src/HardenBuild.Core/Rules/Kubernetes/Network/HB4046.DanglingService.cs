using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A Service of no pods.</summary>
internal sealed class DanglingService() : ManifestSetRule("HB4046", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var service in set.Network.Services)
        {
            if (service.Type.Is("ExternalName") || service.Type.IsUnknown || service.Selector.IsEmpty || service.Selector.Location is not { } location)
                continue;
            if (set.Network.ArePodsInSight(service.Object) && set.Network.Pods.Selects(service.Selector, service.Object.Namespace) == Answer.No)
                yield return Report(location, service.Object.LogicalPath) with { LogicalPath = service.Object.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DanglingService),
        Title = "Service leads to no pods",
        MessageFormat = "'{0}' selects no pods that are defined beside it; correct the labels or the namespace",
        Rationale =
            "A Service whose labels match nothing has no endpoints: every connection to it fails, and nothing says so when it is "
            + "deployed.",
        WhenToIgnore = "When an operator or another repository makes the pods, or a tool adds the labels.",
        CatalogueSlugs = ["dangling-service"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:dangling-service", "kube-score:service-targets-pod", "kubescape:C-0293", "kubescape:service-with-no-workload", "kics:Service Does Not Target Pod"],
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
                    [|app: apii|]
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
