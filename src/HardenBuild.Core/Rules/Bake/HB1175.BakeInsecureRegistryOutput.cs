using HardenBuild.Model.Docker.Bake;

namespace HardenBuild.Rules.Bake;

/// <summary>A build talks to a registry without verified TLS.</summary>
internal sealed class BakeInsecureRegistryOutput() : BakeRule("HB1175", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(BakeFile file)
    {
        foreach (var target in file.Targets)
        {
            foreach (var output in target.Outputs)
            {
                var isLocal = output.Value.Contains("localhost", StringComparison.Ordinal) || output.Value.Contains("127.0.0.1", StringComparison.Ordinal)
                    || target.Tags.Any(static tag => tag.Value.StartsWith("localhost", StringComparison.Ordinal));
                if (output.Value.Contains("registry.insecure=true", StringComparison.Ordinal) && !isLocal)
                    yield return Report(output.Location, output.Value) with { LogicalPath = target.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BakeInsecureRegistryOutput),
        Title = "A build talks to a registry without verified TLS",
        MessageFormat = "'{0}' sends or takes images without verified TLS, so anyone on the way can replace them and read credentials; remove 'registry.insecure'",
        Rationale = "With registry.insecure the builder accepts any certificate and falls back to plain HTTP: whoever controls the network between builder and registry decides what is pulled, and sees the password of every push.",
        WhenToIgnore = "For a registry on the same machine under a name that does not say so.",
        CatalogueSlugs = ["bake-insecure-registry-output"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.5"), RuleReference.Cwe(319), RuleReference.OwaspDocker("D08")],
        Violations =
        [
            new("docker-bake.hcl", """
                target "web" {
                  dockerfile = "src/Shop.Api/Dockerfile"
                  output = ["[|type=image,push=true,registry.insecure=true|]"]
                }

                """),
        ],
        Fixed =
        [
            new("docker-bake.hcl", """
                target "web" {
                  dockerfile = "src/Shop.Api/Dockerfile"
                  output = ["type=image,push=true"]
                }

                """),
        ],
    };
}
