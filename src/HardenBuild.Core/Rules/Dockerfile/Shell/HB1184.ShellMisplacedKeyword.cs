using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A keyword that is only an argument because nothing separates it from the command before it.</summary>
internal sealed class ShellMisplacedKeyword() : ShellScriptRule("HB1184", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var word in MisplacedWords.In(script))
        {
            if (word.LiteralValue is { } keyword and not "}")
                yield return ShellDefect.At(word.Span, keyword);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellMisplacedKeyword),
        Title = "Shell keyword is taken as an argument",
        MessageFormat = "'{0}' is an argument of the command before it, not a keyword, and the shell refuses the script; put ';' or a line break before it",
        Rationale = "A keyword counts only where a command could begin. Lines joined by a backslash need a semicolon where a script on several lines has its line break.",
        WhenToIgnore = "When the word is meant as text, put it in quotes.",
        CatalogueSlugs = ["shell-misplaced-keyword", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:SC1010", "hadolint:SC*", "shellcheck:SC1010"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN for project in */*.csproj; do \\\n      dotnet restore \"$project\" \\\n    [|done|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN for project in */*.csproj; do \\\n      dotnet restore \"$project\"; \\\n    done\nUSER $APP_UID\n")],
        ComparedWith = "ShellCheck reports such a word everywhere; here only one that leaves a construct of the script open is reported.",
    };
}
