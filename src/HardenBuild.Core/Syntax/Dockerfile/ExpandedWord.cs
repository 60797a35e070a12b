using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>A word after quote removal and expansion of variables.</summary>
/// <param name="Partial">The word with <see cref="Placeholder"/> where a variable is not known; null when the word is malformed.</param>
/// <param name="IsKnown">Whether every part of the word is known.</param>
/// <param name="References">Every reference met, in order; nested ones before the reference that holds them.</param>
/// <param name="Error">Why the builder would refuse the word.</param>
internal readonly record struct ExpandedWord(LogicalText? Partial, bool IsKnown, ImmutableArray<VariableReference> References, SyntaxError? Error)
{
    /// <summary>OBJECT REPLACEMENT CHARACTER (U+FFFC): stands for text that is not known.</summary>
    public const string Placeholder = "\uFFFC";

    /// <summary>The word, or null when it is not known.</summary>
    public LogicalText? Value => IsKnown ? Partial : null;

    /// <summary>The characters of <see cref="Value"/>.</summary>
    public string? Text => Value?.Text;
}
