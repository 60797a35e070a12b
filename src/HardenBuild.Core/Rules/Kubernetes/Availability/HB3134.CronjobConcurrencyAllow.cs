using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Availability;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>Runs of a job that may overlap.</summary>
internal sealed class CronjobConcurrencyAllow() : ManifestRule("HB3134", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest is not { ApiGroup: "batch", Kind.Value: "CronJob" })
            yield break;
        var spec = new ManifestFields(manifest.Root["spec"]);
        var policy = spec.Text("concurrencyPolicy");
        if (policy.IsAbsentOr("Allow")
            && spec.Text("schedule").Known is { } schedule
            && CronSchedule.ShortestPeriod(schedule.Value) is { } period
            && spec.Object("jobTemplate").Object("spec").Integer("activeDeadlineSeconds").Known is { } longest
            && longest.Value > period)
        {
            yield return Report(policy.Known?.Location ?? schedule.Location, manifest.LogicalPath, longest.Value.ToString(CultureInfo.InvariantCulture), period.ToString(CultureInfo.InvariantCulture)) with
            {
                LogicalPath = manifest.LogicalPath,
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CronjobConcurrencyAllow),
        Title = "Runs of a scheduled job may overlap",
        MessageFormat =
            "'{0}' may run {1} seconds and starts again every {2} seconds while the last run goes on; set 'concurrencyPolicy: "
            + "Forbid' or 'Replace'",
        Rationale =
            "Runs that overlap work on the same data and pile up until the node is full. The rule is off by default and speaks "
            + "only where both times are written.",
        WhenToIgnore = "When the runs are independent of each other.",
        CatalogueSlugs = ["cronjob-concurrency-allow"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Violations =
        [
            new("cronjob.yaml", """
                apiVersion: batch/v1
                kind: CronJob
                metadata:
                  name: report
                  namespace: shop
                spec:
                  schedule: '*/5 * * * *'
                  concurrencyPolicy: [|Allow|]
                  jobTemplate:
                    spec:
                      activeDeadlineSeconds: 600
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
                  schedule: '*/5 * * * *'
                  concurrencyPolicy: Forbid
                  jobTemplate:
                    spec:
                      activeDeadlineSeconds: 600
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
