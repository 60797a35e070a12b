using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A closing brace that is only an argument.</summary>
internal sealed class ShellLiteralBrace() : ShellScriptRule("HB1183", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var word in MisplacedWords.In(script))
        {
            if (word.LiteralValue == "}")
                yield return ShellDefect.At(word.Span, "}");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellLiteralBrace),
        Title = "Closing brace is taken as an argument",
        MessageFormat = "'{0}' is an argument of the command before it and closes nothing; put ';' or a line break before it",
        Rationale = "A brace ends a group only where a command could begin. As an argument it is text, the group stays open, and the shell refuses the script.",
        WhenToIgnore = "When the brace is meant as text, put it in quotes.",
        CatalogueSlugs = ["shell-literal-brace", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:SC1083", "hadolint:SC*", "shellcheck:SC1083"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet test || { cat results.trx; exit 1 [|}|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet test || { cat results.trx; exit 1; }\nUSER $APP_UID\n")],
        ComparedWith = "ShellCheck reports every brace that is text; here only one that leaves a group open is reported.",
    };
}
