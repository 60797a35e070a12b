using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A keyword of the shell in capitals.</summary>
internal sealed class ShellKeywordCasing() : ShellScriptRule("HB1181", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var node in script.Nodes)
        {
            if (node is SimpleCommand { Assignments.IsEmpty: true, Words: [{ IsBare: true, LiteralValue: { Length: <= 5 } name } word, ..] } && name.ToLowerInvariant() is var lower && lower != name && IsKeyword(lower))
                yield return ShellDefect.At(word.Span, name, lower);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellKeywordCasing),
        Title = "Shell keyword in capitals",
        MessageFormat = "'{0}' is no keyword to the shell, which looks for a program of that name; write '{1}'",
        Rationale = "Dockerfile instructions may be written in any case, shell keywords may not.",
        WhenToIgnore = "When a program of that name exists.",
        CatalogueSlugs = ["shell-keyword-casing", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:SC1081", "hadolint:SC*", "shellcheck:SC1081"],
        Supersedes = ["HB1144"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN [|If|] true\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN if true; then dotnet restore; fi\nUSER $APP_UID\n")],
    };

    private static bool IsKeyword(string word) =>
        word is "if" or "then" or "elif" or "else" or "fi" or "for" or "while" or "until" or "do" or "done" or "case" or "esac";
}
