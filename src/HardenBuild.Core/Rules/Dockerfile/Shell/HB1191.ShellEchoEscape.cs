using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A shell whose <c>echo</c> prints escapes as they stand is given some.</summary>
internal sealed class ShellEchoEscape() : ShellScriptRule("HB1191", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        // dash expands them always; what an unknown `sh` does is unknown.
        if (script.Interpreter!.Name != "bash" && model.PlainShells.Of(command.Instruction.Stage, script.Interpreter) != PlainShell.BusyBox)
            yield break;
        foreach (var node in script.Nodes)
        {
            if (node is not SimpleCommand { Words: [{ LiteralValue: "echo" }, var first, ..] words } || first.LiteralValue is ['-', 'e' or 'E' or 'n', ..] && first.LiteralValue.Contains('e'))
                continue;
            for (var i = 1; i < words.Length; i++)
            {
                if (words[i].LiteralPrefix is var text && IndexOfEscape(text) is var at and >= 0)
                    yield return ShellDefect.At(words[i].Raw.Source.IndexOf(text.Substring(at, 2), words[i].Raw.Start, words[i].Raw.Length, StringComparison.Ordinal) is var found and >= 0 ? ShellSpans.Within(words[i], found - words[i].Raw.Start, 2) : words[i].Span, text.Substring(at, 2));
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellEchoEscape),
        Title = "echo prints a backslash escape as it stands",
        MessageFormat = "'echo' prints '{0}' as two characters in this shell; use 'printf'",
        Rationale = "Whether 'echo' replaces escapes depends on the shell. Files written this way hold a backslash and a letter in the place of a line break.",
        WhenToIgnore = "When the backslash is meant to be printed.",
        CatalogueSlugs = ["shell-echo-escape", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:SC2028", "hadolint:SC*", "shellcheck:SC2028"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine\nRUN echo \"first[|\\n|]second\" > /lines.txt\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine\nRUN printf 'first\\nsecond\\n' > /lines.txt\nUSER $APP_UID\n")],
        ComparedWith = "ShellCheck reports it whatever the shell. The 'sh' of Debian and Ubuntu replaces the escapes, so only bash and Alpine's shell are reported here.",
    };

    private static int IndexOfEscape(string text)
    {
        for (var at = text.IndexOf('\\'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('\\', at + 2))
        {
            if (text[at + 1] is 'n' or 't')
                return at;
            if (at + 2 >= text.Length)
                break;
        }

        return -1;
    }
}
