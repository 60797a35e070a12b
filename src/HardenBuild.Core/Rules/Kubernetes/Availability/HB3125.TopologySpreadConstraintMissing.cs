using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>Pods without spread constraints.</summary>
internal sealed class TopologySpreadConstraintMissing() : WorkloadRule("HB3125", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Object.Kind.Value is not ("DaemonSet" or "Job" or "CronJob" or "Pod") && IsMissing(workload))
            yield return ReportPod(workload, workload.Object.NameLocation, workload.LogicalPath);
    }

    private static bool IsMissing(Workload workload) =>
        workload.Pod.Spec["topologySpreadConstraints"] is not { } node || node.AsScalar is { IsNull: true } || node.AsSequence is { Items.IsEmpty: true };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(TopologySpreadConstraintMissing),
        Title = "Pods have no spread constraints",
        MessageFormat = "'{0}' has no 'topologySpreadConstraints'; add one over hosts or zones",
        Rationale =
            "Constraints tell the scheduler to spread pods over nodes and zones. The rule is off by default; HB3124 asks for one "
            + "where there are several pods.",
        WhenToIgnore = "When the cluster's default constraints spread pods.",
        CatalogueSlugs = ["topology-spread-constraint-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["polaris:topologySpreadConstraint"],
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
                      topologySpreadConstraints:
                        - maxSkew: 1
                          topologyKey: kubernetes.io/hostname
                          whenUnsatisfiable: ScheduleAnyway
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
