using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A blank that the shell does not take for one.</summary>
internal sealed class ShellNonBreakingBlank() : ShellScriptRule("HB1180", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var node in script.Nodes)
        {
            if (node is LiteralPart { Quoting: Quoting.None } literal && literal.Value.IndexOf('\u00A0') is var at and >= 0)
                yield return ShellDefect.At(ShellSpans.Within(literal, at, 1));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellNonBreakingBlank),
        Title = "Non-breaking blank in a script",
        MessageFormat = "This is a non-breaking blank (U+00A0), which the shell takes as a letter of the word it stands in; type a plain blank",
        Rationale = "Text copied from a web page or a word processor holds blanks that look like others but separate nothing. Two words become one, and the program is not found.",
        WhenToIgnore = "When the character is meant, put it in quotes.",
        CatalogueSlugs = ["shell-non-breaking-blank", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:SC1018", "hadolint:SC*", "shellcheck:SC1018"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet[|\u00A0|]restore\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet restore\nUSER $APP_UID\n")],
    };
}
