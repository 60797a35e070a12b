using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>Blanks around the <c>=</c> of an assignment.</summary>
internal sealed class ShellSpacedAssignment() : ShellScriptRule("HB1176", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var node in script.Nodes)
        {
            if (node is not SimpleCommand { Words: [var first, ..] words } simple)
                continue;
            if (words.Length > 1 && words[1] is { LiteralPrefix: ['=', ..] } equals && !IsComparison(equals) && IsTarget(first))
                yield return ShellDefect.At(ShellSpans.Within(equals, 0, 1), first.Text, "before");
            else if (simple.Assignments is [.., { Value: null, Elements.IsEmpty: true } assignment] && IsValue(first))
                yield return ShellDefect.At(ShellSpans.StartOf(first, first.Span.Length), assignment.Name, "after");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellSpacedAssignment),
        Title = "Blank beside the equals sign of an assignment",
        MessageFormat = "The blank {1} '=' makes the shell run a program instead of assigning to '{0}'; remove the blank",
        Rationale = "In a shell an assignment is one word. With a blank in it the name, or the value, is taken for a program, and the variable stays empty.",
        WhenToIgnore = "When a program of that name really takes '=' as its first argument.",
        CatalogueSlugs = ["shell-spaced-assignment", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:SC1007", "hadolint:SC1068", "hadolint:SC*", "shellcheck:SC1007", "shellcheck:SC1068"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN version [|=|] 1.2.3 && dotnet publish -p:Version=$version\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN version=1.2.3 && dotnet publish -p:Version=$version\nUSER $APP_UID\n")],
        ComparedWith = "An empty value before a program, as in 'IFS= read', is accepted unless what follows cannot be a program.",
    };

    private static bool IsComparison(ShellWord word) => word.LiteralPrefix is ['=', '=' or '~', ..];

    /// <summary>A bare name that is no program taking comparisons.</summary>
    private static bool IsTarget(ShellWord word)
    {
        if (!word.IsBare || word.LiteralValue is not { } name || name is "test" or "expr" or "let" or "echo" or "printf")
            return false;
        foreach (var c in name)
        {
            if (!(char.IsLetterOrDigit(c) || c == '_') || c > '\u007F')
                return false;
        }

        return !char.IsDigit(name[0]);
    }

    /// <summary>A word in the place of a program that is a value for sure: a number, a quoted sentence, a substitution.</summary>
    private static bool IsValue(ShellWord word) => word.Parts switch
    {
        [CommandSubstitution] => true,
        [DoubleQuotedPart or LiteralPart { Quoting: Quoting.Single }] => word.LiteralValue is null or { Length: 0 } || word.LiteralValue.IndexOf('/') < 0,
        [LiteralPart { Quoting: Quoting.None } literal] => IsNumber(literal.Value),
        _ => false,
    };

    private static bool IsNumber(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= '0' and <= '9') or '.'))
                return false;
        }

        return text.Length > 0;
    }
}
