using System.Collections.Immutable;

namespace HardenBuild.Scanning.Charts;

/// <summary>What came of <see cref="ChartTemplate"/>.</summary>
/// <param name="Output">What <c>helm template</c> prints; null when it fails.</param>
/// <param name="Error">Why it fails, in Helm's words; null when it does not.</param>
/// <param name="IsArgumentError">The failure is the user's: a path that cannot be read, a version that is none.</param>
public sealed record ChartTemplateResult(string? Output, string? Error = null, bool IsArgumentError = false)
{
    public ImmutableArray<string> Warnings { get; init; } = [];
}
