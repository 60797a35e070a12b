using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>A suppression as it is written.</summary>
/// <param name="Span">The whole directive, without the <c>#</c>.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="Rules">The rules it names, in order; spans of the text.</param>
/// <param name="Reason">Empty where none is given.</param>
internal sealed record SuppressionDirective(TextSpan Span, SuppressionScope Scope, ImmutableArray<TextSpan> Rules, string Reason)
{
    /// <summary>The last day on which it applies, and where that is written.</summary>
    public (DateTime Date, TextSpan Span)? Until { get; init; }

    /// <summary>It names no single check but all of its tool: never called unused, for it says nothing about any one of them.</summary>
    public bool IsBlanket { get; init; }

    /// <summary>Why it cannot be understood: it silences nothing then.</summary>
    public SyntaxError? Error { get; init; }
}
