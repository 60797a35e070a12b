using HardenBuild.Text;

namespace HardenBuild.Configuration.Baselines;

/// <summary>A finding that is not reported any more.</summary>
/// <param name="Fingerprint">See <see cref="Reporting.FindingFingerprint"/>.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Path">The file's path, relative to the repository root.</param>
/// <param name="Count">How many findings with this fingerprint there were; at least 1.</param>
/// <param name="Location">Where the fingerprint is written in the baseline.</param>
internal sealed record BaselineEntry(string Fingerprint, string Rule, string Path, int Count, SourceLocation Location);
