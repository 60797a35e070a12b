using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A claim of a StatefulSet without a size.</summary>
internal sealed class StatefulsetClaimMissingStorageRequest() : ManifestRule("HB3055", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        foreach (var claim in ClaimTemplate.Of(manifest))
        {
            if (claim.StorageRequest.IsAbsent)
                yield return Report(claim.Location, claim.Name.Known?.Value ?? "") with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(StatefulsetClaimMissingStorageRequest),
        Title = "Claim of a StatefulSet asks for no size",
        MessageFormat =
            "Claim '{0}' has no 'resources.requests.storage', without which the API refuses the claim and the pods never start; name the "
            + "size",
        Rationale =
            "The StatefulSet itself is accepted. Its controller then fails to make the claim, and the pods stay absent with an event as "
            + "the only trace.",
        WhenToIgnore = "When the manifest is a patch that another one completes.",
        CatalogueSlugs = ["statefulset-claim-missing-storage-request"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Related = ["kubesec:VolumeClaimRequestsStorage", "kics:StatefulSet Requests Storage"],
        ComparedWith = "kubesec is content when one of several claims has a size; KICS reports claims that have one.",
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

                """),
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
                      spec:
                        accessModes: [ReadWriteOnce]
                        resources:
                          requests:
                            storage: 10Gi

                """),
        ],
    };
}
