using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A job that may pile up or never start.</summary>
internal sealed class CronjobStartingDeadlineMissing() : ManifestRule("HB3133", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    private const long ShortestUseful = 10;

    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest is not { ApiGroup: "batch", Kind.Value: "CronJob" })
            yield break;
        var deadline = new ManifestFields(manifest.Root["spec"]).Integer("startingDeadlineSeconds");
        if (deadline.IsAbsent)
            yield return Report(manifest.NameLocation, manifest.LogicalPath, "sets no deadline for a late start") with { LogicalPath = manifest.LogicalPath };
        else if (deadline.Known is { Value: < ShortestUseful } hasty)
            yield return Report(hasty.Location, manifest.LogicalPath, "has a deadline shorter than the controller's interval") with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CronjobStartingDeadlineMissing),
        Title = "Scheduled job has no deadline for its start",
        MessageFormat = "'{0}' {1}; set 'startingDeadlineSeconds' to 60 or more",
        Rationale =
            "After 100 missed schedules without a deadline the controller starts the job no more, for ever. A deadline below ten "
            + "seconds is shorter than the controller's own interval, so the job may never start.",
        WhenToIgnore = "When the cluster never pauses for that long.",
        CatalogueSlugs = ["cronjob-starting-deadline-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:cronjob-has-deadline", "kics:CronJob Deadline Not Configured"],
        Violations =
        [
            new("cronjob.yaml", """
                apiVersion: batch/v1
                kind: CronJob
                metadata:
                  name: [|report|]
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
                  startingDeadlineSeconds: 300
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
