using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary><c>cat file | program</c></summary>
internal sealed class ShellUselessCat() : ShellScriptRule("HB1192", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var node in script.Nodes)
        {
            if (node is Pipeline { Commands: [SimpleCommand { Redirections.IsEmpty: true, Words: [{ LiteralValue: "cat" } cat, var file] }, _, ..] }
                && file.LiteralPrefix is not ['-', ..] && (file.LiteralValue is null || file.LiteralValue.IndexOfAny(['*', '?', '[']) < 0))
            {
                yield return ShellDefect.At(cat.Span, file.Text);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellUselessCat),
        Title = "cat feeds one file into a pipe",
        MessageFormat = "'cat' only passes '{0}' on; give the file to the next command, or redirect it with '<'",
        Rationale = "A program more, and a pipe that hides that the file is missing: with '<' the command would fail.",
        WhenToIgnore = "When the order reads better to you.",
        CatalogueSlugs = ["shell-useless-cat", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:SC2002", "hadolint:SC*", "shellcheck:SC2002"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN [|cat|] tools.txt | xargs -n1 dotnet tool install -g\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN xargs -n1 dotnet tool install -g < tools.txt\nUSER $APP_UID\n")],
    };
}
