using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>A key is trusted for every repository.</summary>
internal sealed class AptKeyDeprecated() : DockerfileRule("HB1069", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var key in command.Invocations)
            {
                if (key.Is("apt-key") && key.Operands.FirstOrDefault(operand => operand.Value is "add" or "adv") is { Value: { } action })
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(key.NameWord.Span), "apt-key " + action);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AptKeyDeprecated),
        Title = "apt-key trusts a key for every repository",
        MessageFormat = "'{0}' trusts the key for all repositories, and Debian 13 no longer has the command; save the key below '/etc/apt/keyrings' and name it with 'signed-by' in the source",
        Rationale = "A key in apt's global ring may sign packages of any repository: the publisher of one tool could replace the distribution's own packages. "
            + "Debian 13 and later come without apt-key, so the build breaks with the next base image.",
        WhenToIgnore = "When the base image is a release that has no 'signed-by'.",
        CatalogueSlugs = ["apt-key-deprecated"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(347), RuleReference.OwaspDocker("D08")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nRUN curl -fsSL https://packages.microsoft.com/keys/microsoft.asc | [|apt-key|] add -\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:8.0\nRUN curl -fsSL https://packages.microsoft.com/keys/microsoft.asc -o /etc/apt/keyrings/microsoft.asc\nUSER $APP_UID\n")],
    };
}
