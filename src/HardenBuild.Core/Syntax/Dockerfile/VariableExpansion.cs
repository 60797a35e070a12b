using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Removes quotes and expands variables as the builder does for the arguments of its own instructions.</summary>
/// <remarks>
/// Dockerfile reference, section Environment replacement, and BuildKit's shell lexer. Not for RUN, CMD and ENTRYPOINT, whose text the shell expands.
/// </remarks>
internal static class VariableExpansion
{
    /// <summary>Expands a word with the variables in force.</summary>
    public static ExpandedWord Expand(DockerfileWord word, char escape, IVariables variables, ExpansionBudget budget)
    {
        if (word.Text.Characters.IndexOfAny('$', '\'', '"') < 0 && word.Text.Characters.IndexOf(escape) < 0)
            return new ExpandedWord(word.Text, IsKnown: true, [], Error: null);
        return Expand(word.Text, escape, variables, budget);
    }

    /// <inheritdoc cref="Expand(DockerfileWord, char, IVariables, ExpansionBudget)"/>
    public static ExpandedWord Expand(LogicalText text, char escape, IVariables variables, ExpansionBudget budget)
    {
        var references = ImmutableArray.CreateBuilder<VariableReference>();
        var reader = new ExpansionReader(text, escape, variables, budget, references);
        var value = reader.ReadAll();
        return new ExpandedWord(value, IsKnown: value is not null && !reader.IsUnknown, references.ToImmutable(), reader.Error);
    }

    /// <summary>Removes quotes and escapes and leaves references as written. A word with an unclosed quote or brace stays as it is.</summary>
    public static LogicalText Unquote(LogicalText text, char escape)
    {
        if (text.Characters.IndexOfAny('\'', '"', escape) < 0)
            return text;
        var reader = new ExpansionReader(text, escape, variables: null, budget: null, references: null);
        return reader.ReadAll() ?? text;
    }

    /// <summary>Why the builder refuses a word whatever its variables hold: a quote or a reference that does not end, say; null when it does not.</summary>
    /// <remarks>
    /// Words with an escape character are left alone: BuildKit splits words and removes quotes by different rules for it, and the tests of its
    /// parser hold words as correct that its expansion refuses (<c>ENV name='a\'b'</c>).
    /// </remarks>
    public static SyntaxError? FindError(LogicalText text, char escape)
    {
        if (text.Characters.IndexOfAny('$', '\'', '"') < 0 || text.Characters.IndexOf(escape) >= 0)
            return null;
        var reader = new ExpansionReader(text, escape, variables: null, budget: null, references: null);
        reader.ReadAll();
        return reader.Error;
    }

    /// <summary>Offset just past the quoted stretch that begins at <paramref name="start"/>, or -1 when it does not end.</summary>
    public static int EndOfQuote(LogicalText text, int start, char escape)
    {
        var reader = new ExpansionReader(text, escape, variables: null, budget: null, references: null);
        return reader.EndOfQuote(start);
    }

    /// <summary>Offset just past the reference that begins at <paramref name="start"/>, or -1 when it is malformed.</summary>
    public static int EndOfReference(LogicalText text, int start, char escape)
    {
        var reader = new ExpansionReader(text, escape, variables: null, budget: null, references: null);
        return reader.EndOfReference(start);
    }
}
