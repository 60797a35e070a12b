using HardenBuild.Rules;

namespace HardenBuild.Scanning;

/// <summary>A finding with the severity in force at its place.</summary>
/// <param name="SuppressedBy">The reason given in the comment that silences it, empty when it gives none; null when nothing silences it.</param>
public sealed record ReportedFinding(Finding Finding, RuleSeverity Severity, string? SuppressedBy = null)
{
    /// <summary>Whether the repository's baseline holds it, so that it is not reported.</summary>
    public bool IsInBaseline { get; init; }

    /// <summary>Whether it is not reported: silenced at its place, or in the baseline.</summary>
    public bool IsSuppressed => IsInBaseline || SuppressedBy is not null;
}
