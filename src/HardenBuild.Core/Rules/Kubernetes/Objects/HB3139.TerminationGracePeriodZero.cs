using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A pod that is killed at once.</summary>
internal sealed class TerminationGracePeriodZero() : WorkloadRule("HB3139", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (new ManifestFields(workload.Pod.Spec).Integer("terminationGracePeriodSeconds").Known is { Value: 0 } none)
            yield return ReportPod(workload, none.Location, workload.LogicalPath);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(TerminationGracePeriodZero),
        Title = "Pod is killed without time to finish",
        MessageFormat =
            "'{0}' kills its processes at once, so requests break off and data may be lost; leave "
            + "'terminationGracePeriodSeconds' out, or set it to what a shutdown takes",
        Rationale =
            "ASP.NET Core finishes running requests when it is asked to stop, which takes a moment. With no time at all the "
            + "process is killed in the middle of them.",
        WhenToIgnore = "When the pod holds no state and no connection.",
        CatalogueSlugs = ["termination-grace-period-zero"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      terminationGracePeriodSeconds: [|0|]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      terminationGracePeriodSeconds: 60
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
