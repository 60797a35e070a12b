using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A claim of a StatefulSet that several nodes may write to.</summary>
internal sealed class StatefulsetClaimAccessMode() : ManifestRule("HB3054", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        foreach (var claim in ClaimTemplate.Of(manifest))
        {
            var modes = claim.AccessModes;
            if (modes.IsUnknown || modes.Contains("ReadWriteOnce") || modes.Contains("ReadWriteOncePod") || IsShared(claim))
                continue;
            yield return Report(modes.Items.IsEmpty ? claim.Location : modes.Items[0].Location, claim.Name.Known?.Value ?? "") with { LogicalPath = manifest.LogicalPath };
        }
    }

    /// <summary>Network file systems are mounted by several nodes by design.</summary>
    private static bool IsShared(ClaimTemplate claim)
    {
        if (claim.StorageClass.IsUnknown)
            return true;
        var name = claim.StorageClass.Known?.Value ?? "";
        foreach (var word in (string[])["nfs", "file", "efs", "shared", "rwx"])
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(StatefulsetClaimAccessMode),
        Title = "Claim of a StatefulSet does not ask for a volume of its own",
        MessageFormat =
            "Claim '{0}' does not ask for 'ReadWriteOnce', though each pod of a StatefulSet has a volume of its own: most storage refuses "
            + "other modes, or lets two nodes write at once; add 'ReadWriteOnce' or 'ReadWriteOncePod'",
        Rationale =
            "A StatefulSet makes one claim a pod. With 'ReadWriteMany' the driver of a disk refuses the volume, and a network file system "
            + "lets a second pod with the same name write to it after a partition. With 'ReadOnlyMany' the pod cannot store anything.",
        WhenToIgnore = "When the storage is a network file system and the pods share it on purpose. Classes whose name says so are not reported.",
        CatalogueSlugs = ["statefulset-claim-access-mode"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Related = ["kubesec:VolumeClaimAccessModeReadWriteOnce", "kics:Incorrect Volume Claim Access Mode ReadWriteOnce"],
        ComparedWith = "kubesec is content when one of several claims has the mode.",
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
                        name: data
                      spec:
                        accessModes: [[|ReadWriteMany|]]
                        resources:
                          requests:
                            storage: 10Gi

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
