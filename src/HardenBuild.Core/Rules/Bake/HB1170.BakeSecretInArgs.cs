using HardenBuild.Model.Docker.Bake;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Secrets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Bake;

/// <summary>A secret stands in a bake file.</summary>
internal sealed class BakeSecretInArgs() : BakeRule("HB1170", RuleSeverity.Warning, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(BakeFile file)
    {
        foreach (var variable in file.Variables)
        {
            if (Recognize(variable) is { } finding)
                yield return finding;
        }

        foreach (var target in file.Targets)
        {
            foreach (var value in target.Arguments.Concat(target.Labels))
            {
                if (Recognize(value) is { } finding)
                    yield return finding with { LogicalPath = target.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(BakeSecretInArgs),
        Title = "A secret is written into a bake file",
        MessageFormat = "'{0}' holds {1}, readable in the repository and in the image's history; use 'secret = [\"type=env,id=NAME\"]' and 'RUN --mount=type=secret'",
        Rationale = "What a bake file writes out is in the history of the repository for good, and build arguments and labels are also in the image. A secret mount takes the value from the environment for one instruction and leaves nothing behind.",
        WhenToIgnore = "When the value only looks like a secret. Placeholders are not reported.",
        CatalogueSlugs = ["bake-secret-in-args"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("docker-bake.hcl", """
                target "web" {
                  dockerfile = "src/Shop.Api/Dockerfile"
                  args = {
                    NUGET_API_KEY = "[|kT9.vq27Lm|]"
                  }
                }

                """),
        ],
        Fixed =
        [
            new("docker-bake.hcl", """
                target "web" {
                  dockerfile = "src/Shop.Api/Dockerfile"
                  args = {
                    VERSION = "1.2"
                  }
                  secret = ["type=env,id=NUGET_API_KEY"]
                }

                """),
        ],
    };

    private Finding? Recognize(NamedValue named)
    {
        if (named.Literal is not { Value.Length: > 0 } literal || Placeholder.IsPlaceholder(literal.Value))
            return null;
        if (SecretScanner.Find(literal.Value) is [var match, ..])
            return Report(literal.Location, named.Name.Value, match.Description);
        var isValue = literal.Value[0] is not ('/' or '.' or '~') && !literal.Value.Contains("://", StringComparison.Ordinal) && literal.Value is not ("true" or "false");
        return isValue && SecretNames.IsSecret(named.Name.Value) ? Report(literal.Location, named.Name.Value, "a literal secret") : null;
    }
}
