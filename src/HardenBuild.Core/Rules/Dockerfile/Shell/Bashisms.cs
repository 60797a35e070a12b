using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>Knows what dash and BusyBox ash do not understand of bash.</summary>
/// <remarks>
/// Sources: dash(1) of Debian 13; BusyBox 1.37 with the options of Alpine (ASH_BASH_COMPAT, ASH_TEST, ASH_ECHO), whose ash knows <c>[[</c>, <c>source</c>,
/// <c>pipefail</c>, <c>function</c>, <c>$'..'</c>, substrings, <c>&amp;&gt;</c> and process substitution. What is in doubt is left out.
/// </remarks>
internal sealed class Bashisms(PlainShell shell, string content)
{
    private bool IsDash => shell == PlainShell.Dash;

    /// <summary>The constructs of bash in one node, without those below it.</summary>
    public Bashism? In(ShellNode node) => node switch
    {
        SimpleCommand { Words.IsEmpty: false } command => InCommand(command),
        Assignment { Elements.IsEmpty: false } array => new(ShellSpans.StartOf(array, array.Name.Length), array.Name + "=(...)"),
        Assignment { Value: not null } assignment when IsDash && At(assignment.Span.Start + assignment.Name.Length) == '+' =>
            new(new TextSpan(assignment.Span.Start + assignment.Name.Length, 2), "+=", assignment.Name + "=$" + assignment.Name + "..."),
        ParameterExpansion expansion => InExpansion(expansion),
        LiteralPart { Quoting: Quoting.None } literal => InLiteral(literal),
        _ => IsDash ? OfDash(node) : null,
    };

    private Bashism? OfDash(ShellNode node) => node switch
    {
        TestCommand => new(ShellSpans.StartOf(node, 2), "[[", "["),
        ArithmeticCommand => new(ShellSpans.StartOf(node, 2), "((", "[ ... ] or $((...))"),
        ArithmeticForCommand => new(ShellSpans.StartOf(node, 3), "for (("),
        ForCommand when At(node.Span.Start) == 's' => new(ShellSpans.StartOf(node, 6), "select"),
        FunctionDefinition { Name: var name } when StartsWithFunction(node.Span.Start) => new(ShellSpans.StartOf(node, 8), "function", name + "()"),
        ProcessSubstitution => new(ShellSpans.StartOf(node, 2), "<(...)"),
        LiteralPart { Quoting: Quoting.Ansi } => new(ShellSpans.StartOf(node, 2), "$'...'", "printf"),
        Redirection { Operator: RedirectionOperator.HereString } => new(ShellSpans.StartOf(node, 3), "<<<", "printf ... |"),
        Redirection { Operator: RedirectionOperator.OutputAndError or RedirectionOperator.AppendOutputAndError } => new(ShellSpans.StartOf(node, 2), "&>", "> file 2>&1"),
        Pipeline { Operators: [{ Length: 2 } pipe, ..] } => new(pipe, "|&", "2>&1 |"),
        _ => null,
    };

    private Bashism? InCommand(SimpleCommand command)
    {
        var name = command.Words[0];
        switch (name.LiteralValue)
        {
            case "source" when IsDash:
                return new(name.Span, "source", ".");
            case "let" when IsDash:
                return new(name.Span, "let", "x=$((...))");
            case "declare" or "typeset" or "shopt" or "pushd" or "popd" or "mapfile" or "readarray" or "disown":
                return new(name.Span, name.LiteralValue);
            case "[" or "test" when IsDash:
                return Find(command, static word => word == "==", "==", "=");
            case "set" when IsDash:
                return Find(command, static word => word == "pipefail", "set -o pipefail", "");
            case "echo" when IsDash && command.Words is [_, { LiteralValue: "-e" or "-ne" or "-en" } option, ..]:
                return new(option.Span, "echo " + option.LiteralValue, "printf");
            default:
                return null;
        }
    }

    private static Bashism? Find(SimpleCommand command, Func<string, bool> isIt, string text, string instead)
    {
        foreach (var word in command.Words)
        {
            if (word.IsBare && isIt(word.LiteralValue!))
                return new(word.Span, text, instead);
        }

        return null;
    }

    private Bashism? InExpansion(ParameterExpansion expansion)
    {
        if (expansion.Index is not null)
            return new(expansion.Span, "${" + expansion.Name + "[...]}");
        if (expansion.IsIndirect && expansion.Name.Length > 0)
            return new(expansion.Span, "${!" + expansion.Name + "}");
        if (expansion.Operator is "^" or "^^" or "," or ",,")
            return new(expansion.Span, "${" + expansion.Name + expansion.Operator + "}", "tr");
        if (!IsDash)
            return null;
        if (expansion.Operator is ":" or "/" or "//" or "/#" or "/%" or "@")
            return new(expansion.Span, "${" + expansion.Name + expansion.Operator + "...}", expansion.Operator[0] == '/' ? "sed" : "cut");
        return expansion is { Operator: "", Name: "RANDOM" or "PIPESTATUS" or "FUNCNAME" or "BASH_SOURCE" or "BASH_VERSION" or "OSTYPE" or "MACHTYPE" or "HOSTTYPE" or "SECONDS" }
            ? new(expansion.Span, "$" + expansion.Name)
            : null;
    }

    /// <summary><c>{a,b}</c> and <c>{1..3}</c></summary>
    private static Bashism? InLiteral(LiteralPart literal)
    {
        var source = literal.Raw.Source;
        for (var open = source.IndexOf('{', literal.Raw.Start, literal.Raw.Length); open >= 0; open = source.IndexOf('{', open + 1, literal.Raw.End - open - 1))
        {
            var close = source.IndexOf('}', open, literal.Raw.End - open);
            if (close < 0)
                return null;
            var isEscaped = open > literal.Raw.Start && source[open - 1] == '\\';
            if (!isEscaped && IsExpanded(source, open + 1, close))
                return new(ShellSpans.Within(literal, open - literal.Raw.Start, close + 1 - open), source.Substring(open, close + 1 - open));
            open = close - 1;
        }

        return null;
    }

    /// <summary>A list of texts; numbers alone are a repetition in a regular expression.</summary>
    private static bool IsExpanded(string text, int start, int end)
    {
        var hasComma = false;
        var hasOther = false;
        for (var i = start; i < end; i++)
        {
            if (text[i] is '{' or '\\')
                return false;
            hasComma |= text[i] == ',';
            hasOther |= text[i] is not (',' or (>= '0' and <= '9'));
        }

        return hasComma ? hasOther : text.IndexOf("..", start, end - start, StringComparison.Ordinal) is var dots && dots > start && dots + 2 < end;
    }

    private char At(int offset) => offset < content.Length ? content[offset] : '\0';

    private bool StartsWithFunction(int offset) => string.CompareOrdinal(content, offset, "function", 0, 8) == 0 && At(offset + 8) is ' ' or '\t';
}
