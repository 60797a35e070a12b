using HardenBuild.Rendering.Helm.Functions.Versions;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>Versions of charts and ranges of them, as Helm compares them.</summary>
internal static class ChartVersion
{
    public static bool IsVersion(string text) => GoVersion.Parse(text, out _) is not null;

    /// <summary>Whether a version lies in a range; false where either is malformed.</summary>
    public static bool IsInRange(string version, string range) =>
        GoVersion.Parse(version, out _) is { } parsed && VersionConstraint.Parse(range, out _) is { } constraint && constraint.Accepts(parsed);
}
