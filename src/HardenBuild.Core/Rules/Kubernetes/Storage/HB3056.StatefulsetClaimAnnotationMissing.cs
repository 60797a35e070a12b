using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A claim of a StatefulSet without an annotation that the project asks for.</summary>
internal sealed class StatefulsetClaimAnnotationMissing() : ManifestRule("HB3056", RuleSeverity.None, RuleSeverity.None)
{
    private const string RequiredAnnotations = "required_annotations";

    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        var required = manifest.Options.List(this, RequiredAnnotations);
        if (required.Count == 0)
            yield break;
        foreach (var claim in ClaimTemplate.Of(manifest))
        {
            foreach (var annotation in required)
            {
                var value = claim.Annotations.Text(annotation);
                if (value.IsAbsent || value.Is(""))
                    yield return Report(value.Known?.Location ?? claim.Location, claim.Name.Known?.Value ?? "", annotation) with { LogicalPath = manifest.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(StatefulsetClaimAnnotationMissing),
        Title = "Claim of a StatefulSet lacks an annotation that the project asks for",
        MessageFormat =
            "Claim '{0}' has no annotation '{1}', which the project asks for, so that tools that look for it pass its volumes over; add it "
            + "with its value",
        Rationale =
            "Backup and cost tools find volumes by annotations of their claims. Those that a StatefulSet makes take theirs from its "
            + "template, and nobody notices one that is missing before the backup is needed.",
        WhenToIgnore = "When the volumes of the StatefulSet can be lost.",
        CatalogueSlugs = ["statefulset-claim-annotation-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [],
        Related = ["kube-linter:statefulset-volumeclaimtemplate-annotation"],
        Options =
        [
            new("required_annotations", "", "Keys that the claims of StatefulSets must have, separated by commas. Empty asks for none."),
        ],
        ComparedWith = "kube-linter has a template for the check and none that is switched on.",
        Violations =
        [
            new("statefulset.yaml", """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: db
                spec:
                  volumeClaimTemplates:
                    - metadata:
                        name: [|data|]
                      spec:
                        accessModes: [ReadWriteOnce]

                """)
            {
                Beside = [new(".editorconfig", "[*]\nhardenbuild.hb3056.required_annotations = backup.example.com/policy\n")],
            },
        ],
        Fixed =
        [
            new("statefulset.yaml", """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: db
                spec:
                  volumeClaimTemplates:
                    - metadata:
                        name: data
                        annotations:
                          backup.example.com/policy: daily
                      spec:
                        accessModes: [ReadWriteOnce]

                """)
            {
                Beside = [new(".editorconfig", "[*]\nhardenbuild.hb3056.required_annotations = backup.example.com/policy\n")],
            },
        ],
    };
}
