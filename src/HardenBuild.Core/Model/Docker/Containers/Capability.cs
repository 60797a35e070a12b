namespace HardenBuild.Model.Docker.Containers;

/// <summary>Names of Linux capabilities (capabilities(7)).</summary>
internal static class Capability
{
    /// <summary>The name in capitals without <c>CAP_</c>.</summary>
    public static string Normalize(string name)
    {
        var upper = name.Trim().ToUpperInvariant();
        return upper.StartsWith("CAP_", StringComparison.Ordinal) ? upper.Substring("CAP_".Length) : upper;
    }
}
