using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>What a rule about shell scripts has found.</summary>
/// <param name="Arguments">The values in the rule's message.</param>
internal readonly record struct ShellDefect(TextSpan Span, ImmutableArray<string> Arguments)
{
    /// <inheritdoc cref="Finding.AtMost"/>
    public RuleSeverity AtMost { get; init; } = RuleSeverity.Error;

    public static ShellDefect At(TextSpan span, params ReadOnlySpan<string> arguments) => new(span, [.. arguments]);
}
