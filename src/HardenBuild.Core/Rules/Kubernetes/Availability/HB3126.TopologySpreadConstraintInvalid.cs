using System.Globalization;
using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A spread constraint that the API refuses or that spreads nothing.</summary>
internal sealed class TopologySpreadConstraintInvalid() : WorkloadRule("HB3126", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var constraint in new ManifestFields(workload.Pod.Spec).Objects("topologySpreadConstraints"))
        {
            var fields = new ManifestFields(constraint);
            var policy = fields.Text("whenUnsatisfiable");
            if (fields.Integer("maxSkew").Known is { Value: < 1 } skew)
                yield return ReportPod(workload, skew.Location, workload.LogicalPath, $"has 'maxSkew: {skew.Value.ToString(CultureInfo.InvariantCulture)}'", "use 1 or more");
            else if (fields.Integer("minDomains").Known is { Value: < 1 } domains)
                yield return ReportPod(workload, domains.Location, workload.LogicalPath, $"has 'minDomains: {domains.Value.ToString(CultureInfo.InvariantCulture)}'", "use 1 or more");
            else if (fields.Text("topologyKey").Known is { Value: "" } key)
                yield return ReportPod(workload, key.Location, workload.LogicalPath, "has an empty 'topologyKey'", "use 'kubernetes.io/hostname' or a zone");
            else if (policy.Known is { Value: not ("DoNotSchedule" or "ScheduleAnyway") } wrong)
                yield return ReportPod(workload, wrong.Location, workload.LogicalPath, $"has 'whenUnsatisfiable: {wrong.Value}'", "use 'DoNotSchedule' or 'ScheduleAnyway'");
            else if (policy.Is("ScheduleAnyway") && fields.Integer("minDomains").Known is { } extra)
                yield return ReportPod(workload, extra.Location, workload.LogicalPath, "has 'minDomains' although it only prefers", "remove it, or use 'DoNotSchedule'");
            else if (fields.Text("topologyKey").IsAbsent)
                yield return ReportPod(workload, constraint.Members.IsEmpty ? constraint.Location : constraint.Members[0].KeyLocation, workload.LogicalPath, "has no 'topologyKey'", "use 'kubernetes.io/hostname' or a zone");
            else if (fields.Object("labelSelector").IsAbsent)
                yield return ReportPod(workload, constraint.Members.IsEmpty ? constraint.Location : constraint.Members[0].KeyLocation, workload.LogicalPath, "has no 'labelSelector' and counts no pod", "add the labels of the pods") with { AtMost = RuleSeverity.Warning };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(TopologySpreadConstraintInvalid),
        Title = "Spread constraint is invalid",
        MessageFormat = "Spread constraint of '{0}' {1}; {2}",
        Rationale =
            "The API server refuses a constraint with a value out of range. One without a selector is accepted and counts no "
            + "pod, so it spreads nothing.",
        WhenToIgnore = "Never: the constraint is refused or has no effect.",
        CatalogueSlugs = ["topology-spread-constraint-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:pod-topology-spread-constraints"],
        Violations =
        [
            new("deployment.yaml", """
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
                      topologySpreadConstraints:
                        - maxSkew: [|0|]
                          topologyKey: kubernetes.io/hostname
                          whenUnsatisfiable: DoNotSchedule
                          labelSelector:
                            matchLabels:
                              app: api
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
                    metadata:
                      labels:
                        app: api
                    spec:
                      topologySpreadConstraints:
                        - maxSkew: 1
                          topologyKey: kubernetes.io/hostname
                          whenUnsatisfiable: DoNotSchedule
                          labelSelector:
                            matchLabels:
                              app: api
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
