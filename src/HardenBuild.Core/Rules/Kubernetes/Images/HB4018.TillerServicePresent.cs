using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Images;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>The service of Helm 2's server.</summary>
internal sealed class TillerServicePresent() : ManifestRule("HB4018", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.Kind.Value != "Service" || manifest.ApiGroup.Length > 0)
            yield break;
        if (Place(manifest) is { } place)
            yield return Report(place, manifest.Name.Known?.Value ?? "") with { LogicalPath = manifest.LogicalPath };
    }

    private static SourceLocation? Place(KubernetesObject manifest)
    {
        if (manifest.Name.Known is { } name && ClusterComponents.HasWord(name.Value, "tiller"))
            return name.Location;
        foreach (var fields in (ManifestFields[])[manifest.Labels, new ManifestFields(manifest.Root["spec"]).Object("selector")])
        {
            foreach (var member in fields.Mapping?.EffectiveMembers() ?? [])
            {
                if (member.Value.AsScalar is { } value && ClusterComponents.HasWord(value.Value, "tiller"))
                    return value.Location;
            }
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(TillerServicePresent),
        Title = "Tiller can be reached in the cluster",
        MessageFormat =
            "Service '{0}' lets every pod give orders to the server of Helm 2, which asks for no password; remove it and use Helm 3 or "
            + "later, which needs no server",
        Rationale = "Whoever can reach Tiller installs anything with its rights, mostly those of an administrator.",
        WhenToIgnore = "While the releases of Helm 2 are being moved to Helm 3, in a cluster that nobody else uses.",
        CatalogueSlugs = ["tiller-service-present"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1104), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Aliases = ["checkov:CKV_K8S_44", "kics:Tiller Service Is Not Deleted"],
        ComparedWith = "checkov takes the letters anywhere in a value; here they have to be a word.",
        Violations =
        [
            new("service.yaml", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: [|tiller-deploy|]
                spec:
                  ports:
                    - port: 44134

                """),
        ],
        Fixed =
        [
            new("service.yaml", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                spec:
                  ports:
                    - port: 8080

                """),
        ],
    };
}
