using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A job that the API refuses.</summary>
internal sealed class CronjobRestartPolicyInvalid() : WorkloadRule("HB3132", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Object.Kind.Value is not ("CronJob" or "Job"))
            yield break;
        var policy = new ManifestFields(workload.Pod.Spec).Text("restartPolicy");
        if (policy.IsAbsentOr("Always"))
            yield return ReportPod(workload, policy.Known?.Location ?? workload.Object.NameLocation, workload.LogicalPath, policy.IsAbsent ? "sets no restart policy" : "has 'restartPolicy: Always'");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CronjobRestartPolicyInvalid),
        Title = "Job has no valid restart policy",
        MessageFormat = "'{0}' {1}, which the API server refuses for jobs; set 'restartPolicy: OnFailure' or 'Never'",
        Rationale =
            "The default, 'Always', would start a job again after it has succeeded. The API server refuses the object, and the "
            + "deployment stops.",
        WhenToIgnore = "Never: the object is refused.",
        CatalogueSlugs = ["cronjob-restart-policy-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:cronjob-restartpolicy"],
        Violations =
        [
            new("cronjob.yaml", """
                apiVersion: batch/v1
                kind: CronJob
                metadata:
                  name: report
                  namespace: shop
                spec:
                  schedule: '0 3 * * *'
                  jobTemplate:
                    spec:
                      template:
                        spec:
                          restartPolicy: [|Always|]
                          containers:
                            - name: report
                              image: registry.example.com/report:1.0.0

                """),
        ],
        Fixed =
        [
            new("cronjob.yaml", """
                apiVersion: batch/v1
                kind: CronJob
                metadata:
                  name: report
                  namespace: shop
                spec:
                  schedule: '0 3 * * *'
                  jobTemplate:
                    spec:
                      template:
                        spec:
                          restartPolicy: OnFailure
                          containers:
                            - name: report
                              image: registry.example.com/report:1.0.0

                """),
        ],
    };
}
