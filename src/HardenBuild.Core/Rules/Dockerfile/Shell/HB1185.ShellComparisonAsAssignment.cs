using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary><c>x==1</c> as a command.</summary>
internal sealed class ShellComparisonAsAssignment() : ShellScriptRule("HB1185", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var node in script.Nodes)
        {
            if (node is Assignment { Value: { Parts: [LiteralPart { Quoting: Quoting.None, Value: ['=', ..] } equals, ..] } } assignment)
                yield return ShellDefect.At(ShellSpans.Within(equals, 0, 1), assignment.Name);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellComparisonAsAssignment),
        Title = "Assignment with two equals signs",
        MessageFormat = "'{0}==' assigns a text that begins with '=' and compares nothing; write one '=' to assign, or [ \"${0}\" = ... ] to compare",
        Rationale = "The shell takes the first equals sign as the assignment and the second as part of the value, so a condition made of it always holds.",
        WhenToIgnore = "When the value is meant to begin with an equals sign, put it in quotes.",
        CatalogueSlugs = ["shell-comparison-as-assignment", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:SC1097", "hadolint:SC*", "shellcheck:SC1097"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN version=[|=|]1.2.3 && dotnet publish -p:Version=$version\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN version=1.2.3 && dotnet publish -p:Version=$version\nUSER $APP_UID\n")],
    };
}
