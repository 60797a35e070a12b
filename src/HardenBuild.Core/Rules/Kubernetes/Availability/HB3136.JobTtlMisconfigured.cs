using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A job that is never cleaned up, or twice.</summary>
internal sealed class JobTtlMisconfigured() : ManifestRule("HB3136", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    private const string Ttl = "ttlSecondsAfterFinished";

    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.ApiGroup != "batch")
            yield break;
        var spec = new ManifestFields(manifest.Root["spec"]);
        if (manifest.Kind.Value == "Job" && spec.Text(Ttl).IsAbsent && !spec.IsUnknown && !IsHook(manifest))
            yield return Report(manifest.NameLocation, manifest.LogicalPath, "stays with its pods when it has finished; set 'ttlSecondsAfterFinished'") with { LogicalPath = manifest.LogicalPath };
        else if (manifest.Kind.Value == "CronJob" && spec.Object("jobTemplate").Object("spec").Text(Ttl).Known is { } ttl)
            yield return Report(ttl.Location, manifest.LogicalPath, "removes finished runs by time although the history limits keep them; remove 'ttlSecondsAfterFinished'") with { LogicalPath = manifest.LogicalPath };
    }

    // Helm and Argo CD delete the jobs that they run as hooks.
    private static bool IsHook(KubernetesObject manifest) =>
        manifest.Annotations.IsUnknown || !manifest.Annotations.Text("helm.sh/hook").IsAbsent || !manifest.Annotations.Text("argocd.argoproj.io/hook").IsAbsent;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(JobTtlMisconfigured),
        Title = "Finished job is not cleaned up as meant",
        MessageFormat = "'{0}' {1}",
        Rationale =
            "A job that has finished stays with its pods until somebody deletes it, and an apply of a changed one fails. For "
            + "scheduled jobs the history limits do the cleaning; a time to live beside them removes what they keep.",
        WhenToIgnore = "When a tool deletes finished jobs.",
        CatalogueSlugs = ["job-ttl-misconfigured"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:job-ttl-seconds-after-finished"],
        Violations =
        [
            new("job.yaml", """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: [|migrate|]
                spec:
                  template:
                    spec:
                      restartPolicy: Never
                      containers:
                        - name: migrate
                          image: registry.example.com/migrate:1.0.0

                """),
        ],
        Fixed =
        [
            new("job.yaml", """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: migrate
                spec:
                  ttlSecondsAfterFinished: 3600
                  template:
                    spec:
                      restartPolicy: Never
                      containers:
                        - name: migrate
                          image: registry.example.com/migrate:1.0.0

                """),
        ],
    };
}
