using HardenBuild.Model.Docker.Bake;

namespace HardenBuild.Rules.Bake;

/// <summary>An image is pushed without provenance.</summary>
internal sealed class BakeAttestationDisabled() : BakeRule("HB1172", RuleSeverity.None, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(BakeFile file)
    {
        foreach (var target in file.Targets)
        {
            if (!target.Tags.Any(static tag => tag.Value.IndexOf('/') > 0))
                continue;
            foreach (var attestation in target.Attestations)
            {
                if (attestation.Value.Contains("disabled=true", StringComparison.Ordinal))
                    yield return Report(attestation.Location, attestation.Value, target.Name.Value) with { LogicalPath = target.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BakeAttestationDisabled),
        Title = "An image is pushed without provenance or bill of materials",
        MessageFormat = "'{0}' switches an attestation of '{1}' off, so nobody can tell afterwards how the image was built and from what; remove it",
        Rationale = "BuildKit attaches provenance to what it pushes: from which source and with which parameters the image was built. Scanners and admission policies rely on it.",
        WhenToIgnore = "When the registry does not accept attestations.",
        CatalogueSlugs = ["bake-attestation-disabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Violations =
        [
            new("docker-bake.hcl", """
                target "web" {
                  dockerfile = "src/Shop.Api/Dockerfile"
                  tags   = ["registry.example.com/web:1.2"]
                  attest = ["[|type=provenance,disabled=true|]"]
                }

                """),
        ],
        Fixed =
        [
            new("docker-bake.hcl", """
                target "web" {
                  dockerfile = "src/Shop.Api/Dockerfile"
                  tags   = ["registry.example.com/web:1.2"]
                  attest = ["type=provenance,mode=max"]
                }

                """),
        ],
    };
}
