using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>Every scheduled job: an inventory.</summary>
internal sealed class CronjobInventory() : ManifestRule("HB3135", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest is { ApiGroup: "batch", Kind.Value: "CronJob" })
            yield return Report(manifest.NameLocation, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CronjobInventory),
        Title = "Scheduled job exists",
        MessageFormat = "'{0}' starts pods by the clock; check that it is known and wanted",
        Rationale = "A scheduled job is a way to come back after an intrusion. The inventory is for a review and off by default.",
        WhenToIgnore = "Always, unless a review is under way.",
        CatalogueSlugs = ["cronjob-inventory"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kubescape:C-0026"],
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
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
