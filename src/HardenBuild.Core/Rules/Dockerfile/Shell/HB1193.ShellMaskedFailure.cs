using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary><c>export X=$(cmd)</c> succeeds even when the command fails.</summary>
internal sealed class ShellMaskedFailure() : ShellScriptRule("HB1193", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var node in script.Nodes)
        {
            if (node is not SimpleCommand { Words: [{ LiteralValue: "export" or "local" or "declare" or "readonly" or "typeset" } keyword, ..] words })
                continue;
            for (var i = 1; i < words.Length; i++)
            {
                if (words[i].LiteralPrefix.IndexOf('=') > 0 && HasSubstitution(words[i]))
                    yield return ShellDefect.At(keyword.Span, keyword.Text, words[i].LiteralPrefix.Substring(0, words[i].LiteralPrefix.IndexOf('=')));
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellMaskedFailure),
        Title = "Failure of a command is hidden by export or local",
        MessageFormat = "'{0}' succeeds even when the command that gives '{1}' its value fails; assign first, then write '{0} {1}'",
        Rationale = "The result of the line is that of 'export', which always succeeds: '&&' and 'set -e' do not notice the failure, and the variable is empty.",
        WhenToIgnore = "When an empty value is good enough.",
        CatalogueSlugs = ["shell-masked-failure", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(390)],
        Aliases = ["hadolint:SC2155", "hadolint:SC*", "shellcheck:SC2155"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN [|export|] VERSION=\"$(cat version.txt)\" && dotnet publish -o /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN VERSION=\"$(cat version.txt)\" && export VERSION && dotnet publish -o /app\nUSER $APP_UID\n")],
        ComparedWith = "Commands that hardly ever fail, such as 'mktemp', 'uname' and 'nproc', are accepted.",
    };

    private static bool HasSubstitution(ShellWord word)
    {
        foreach (var part in word.Parts)
        {
            if (CanFail(part) || (part is DoubleQuotedPart quoted && quoted.Parts.Any(CanFail)))
                return true;
        }

        return false;
    }

    private static bool CanFail(ShellPart part) => part is CommandSubstitution substitution && !PlainOutput.Of(substitution);
}
