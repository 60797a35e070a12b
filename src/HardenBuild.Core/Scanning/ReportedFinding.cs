using HardenBuild.Rules;

namespace HardenBuild.Scanning;

/// <summary>A finding with the severity in force at its place.</summary>
/// <param name="SuppressedBy">The reason given in the comment that silences it, empty when it gives none; null when nothing silences it.</param>
public sealed record ReportedFinding(Finding Finding, RuleSeverity Severity, string? SuppressedBy = null)
{
    public bool IsSuppressed => SuppressedBy is not null;
}
