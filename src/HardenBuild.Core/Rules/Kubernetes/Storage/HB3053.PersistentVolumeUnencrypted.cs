using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A class of volumes that are not encrypted.</summary>
internal sealed class PersistentVolumeUnencrypted() : ManifestSetRule("HB3053", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        var volumes = VolumesByClass(set);
        foreach (var manifest in set.OfKind("storage.k8s.io", "StorageClass"))
        {
            var fields = new ManifestFields(manifest.Root);
            if (Unencrypted(fields) is not { } location)
                continue;
            var name = manifest.Name.Known?.Value ?? "";
            yield return Report(location, name, fields.Text("provisioner").Known?.Value ?? "") with
            {
                LogicalPath = manifest.LogicalPath,
                Related = volumes.TryGetValue(name, out var places) ? RepeatedPlaces.AfterFirst([location, .. places], "A volume of the class") : [],
            };
        }
    }

    /// <summary>Where it says so, or the provisioner that leaves it out unless told otherwise; null for what is encrypted or not known.</summary>
    private static SourceLocation? Unencrypted(ManifestFields storageClass)
    {
        if (storageClass.Object("parameters") is { IsUnknown: true })
            return null;
        // Parameters are texts: "true" in quotes.
        var encrypted = storageClass.Object("parameters").Text("encrypted");
        if (encrypted.Known is { } written)
            return written.Value.Equals("false", StringComparison.OrdinalIgnoreCase) ? written.Location : null;
        return encrypted.IsAbsent && storageClass.Text("provisioner").Known is { Value: "ebs.csi.aws.com" or "kubernetes.io/aws-ebs" } provisioner ? provisioner.Location : null;
    }

    private static Dictionary<string, List<SourceLocation>> VolumesByClass(ManifestSet set)
    {
        var volumes = new Dictionary<string, List<SourceLocation>>(StringComparer.Ordinal);
        foreach (var kind in (string[])["PersistentVolume", "PersistentVolumeClaim"])
        {
            foreach (var manifest in set.OfKind("", kind))
            {
                if (new ManifestFields(manifest.Root["spec"]).Text("storageClassName").Known is not { } storageClass)
                    continue;
                if (!volumes.TryGetValue(storageClass.Value, out var places))
                    volumes.Add(storageClass.Value, places = []);
                places.Add(storageClass.Location);
            }
        }

        return volumes;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PersistentVolumeUnencrypted),
        Title = "Storage class makes volumes that are not encrypted",
        MessageFormat =
            "Volumes of class '{0}' are stored in the clear by '{1}', so that a copy of the disk gives away all data; set the parameter "
            + "'encrypted: \"true\"'",
        Rationale =
            "A snapshot, a disk that is attached elsewhere or one that is thrown away shows its data to whoever holds it. Elastic Block "
            + "Store encrypts a volume only when it is told to, or when the account is set so.",
        WhenToIgnore =
            "When encryption by default is switched on for the account and region. Azure and Google Cloud always encrypt, so that their "
            + "classes are not reported.",
        CatalogueSlugs = ["persistent-volume-unencrypted"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(311), RuleReference.OwaspKubernetes("K08:2022"), RuleReference.OwaspKubernetes("K03:2025")],
        Aliases = ["kubescape:C-0264", "kubescape:pv-without-encryption"],
        ComparedWith =
            "kubescape reports the volumes that use such a class; the class is what has to be changed, so that it is reported, also before "
            + "a volume uses it.",
        Violations =
        [
            new("class.yaml", """
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  name: fast
                provisioner: [|ebs.csi.aws.com|]
                parameters:
                  type: gp3

                """),
            new("class.yaml", """
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  name: fast
                provisioner: ebs.csi.aws.com
                parameters:
                  type: gp3
                  encrypted: [|"false"|]

                """),
        ],
        Fixed =
        [
            new("class.yaml", """
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  name: fast
                provisioner: ebs.csi.aws.com
                parameters:
                  type: gp3
                  encrypted: "true"

                """),
        ],
    };
}
