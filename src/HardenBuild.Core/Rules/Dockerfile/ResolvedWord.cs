using System.Collections.Immutable;
using System.Text;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile;

/// <summary>A word of a command with the variables that ENV and ARG set.</summary>
internal static class ResolvedWord
{
    // Few names, paths and URLs are longer; a variable with a long value would otherwise be copied once a mention.
    private const int MaxLength = 1024;

    /// <summary>The word's text, with <see cref="ExpandedWord.Placeholder"/> for everything that only running the script can tell.</summary>
    public static string Of(CommandWord word, StageState state)
    {
        if (word.Value is { } literal)
            return literal;
        if (word.Syntax is not { } syntax)
            return word.Prefix + ExpandedWord.Placeholder;
        var text = new StringBuilder();
        Append(text, syntax.Parts, state);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ImmutableArray<ShellPart> parts, StageState state)
    {
        foreach (var part in parts)
        {
            if (text.Length > MaxLength)
                return;
            if (part.LiteralValue is { } literal)
                text.Append(literal);
            else if (part is DoubleQuotedPart quoted)
                Append(text, quoted.Parts, state);
            else
                text.Append(ValueOf(part, state) ?? ExpandedWord.Placeholder);
        }
    }

    private static string? ValueOf(ShellPart part, StageState state)
    {
        if (part is not ParameterExpansion { Operator: "", IsLength: false, IsIndirect: false, Index: null } variable)
            return null;
        var value = state.Variables.Find(variable.Name);
        return value.State == VariableState.Set && value.Text is { Length: <= MaxLength } text ? text.Text : null;
    }
}
