using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>Pods without a priority.</summary>
internal sealed class PriorityClassMissing() : WorkloadRule("HB3128", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (new ManifestFields(workload.Pod.Spec).Text("priorityClassName").IsAbsent)
            yield return ReportPod(workload, workload.Object.NameLocation, workload.LogicalPath);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PriorityClassMissing),
        Title = "Pods have no priority class",
        MessageFormat = "'{0}' names no priority class; set 'priorityClassName'",
        Rationale =
            "Without a class all pods are equal, and a batch job may keep the shop from starting. The rule is off by default.",
        WhenToIgnore = "When all workloads are equally important.",
        CatalogueSlugs = ["priority-class-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["polaris:priorityClassNotSet"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: [|api|]
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      priorityClassName: shop
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
