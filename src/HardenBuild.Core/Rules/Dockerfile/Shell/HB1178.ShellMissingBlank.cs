using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Form;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A test or group without the blank that makes its bracket a word.</summary>
internal sealed class ShellMissingBlank() : ShellScriptRule("HB1178", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        if (ExecFormText.IsMalformedIn(command.Instruction.Syntax))
            yield break;
        foreach (var node in script.Nodes)
        {
            if (node is not SimpleCommand { Words: [{ Parts: [LiteralPart { Quoting: Quoting.None } literal, ..] } first, ..] words })
                continue;
            if (Opening(literal.Value, first) is { } opening)
                yield return ShellDefect.At(ShellSpans.Within(literal, literal.Value.IndexOf(opening, StringComparison.Ordinal), opening.Length), opening, "around");
            else if (first.LiteralValue == "[" && words[words.Length - 1] is var last && EndsInBracket(last))
                yield return ShellDefect.At(ShellSpans.Within(last, last.Raw.Length - 1, 1), "]", "before");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellMissingBlank),
        Title = "Blank missing beside a bracket, brace or exclamation mark",
        MessageFormat = "'{0}' needs a blank {1} it: without one the shell takes it as part of another word; add the blank",
        Rationale = "'[', '{' and '!' are words of their own to a shell. Stuck to another word they become the name of a program that does not exist, so the test never holds.",
        WhenToIgnore = "When a program of that odd name exists.",
        CatalogueSlugs = ["shell-missing-blank", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases =
        [
            "hadolint:SC1035", "hadolint:SC*", "shellcheck:SC1020", "shellcheck:SC1035", "shellcheck:SC1054", "shellcheck:SC1069",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN if [|!|][ -f obj/project.assets.json ]; then dotnet restore; fi\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN if ! [ -f obj/project.assets.json ]; then dotnet restore; fi\nUSER $APP_UID\n")],
    };

    private static string? Opening(string text, ShellWord word) => text switch
    {
        "[[" or "[" when word.Parts.Length == 1 => null,
        // `[[` with its blank is a construct of its own, so only one that lacks it gets here.
        ['[', '[', not ':', ..] => "[[",
        ['[', '-' or '!', ..] => "[",
        "[" => "[",
        ['i', 'f', '[', ..] or ['w', 'h', 'i', 'l', 'e', '[', ..] or ['e', 'l', 'i', 'f', '[', ..] => "[",
        ['!', '[', ..] => "!",
        ['!', >= 'a' and <= 'z', ..] when word.Parts.Length == 1 => "!",
        ['{', >= 'a' and <= 'z', ..] when text.IndexOfAny(['}', ',']) < 0 && word.Parts.Length == 1 => "{",
        _ => null,
    };

    private static bool EndsInBracket(ShellWord word) =>
        word.LiteralValue != "]" && word.Parts is [.., LiteralPart { Quoting: Quoting.None } literal] && literal.Value is [.., ']'] && literal.Value.IndexOf('[') < 0;
}
