using System.Reflection;

namespace HardenBuild.Reporting;

/// <summary>The version of HardenBuild that reports give.</summary>
public static class ProductVersion
{
    /// <summary>Semantic version without build metadata, <c>1.2.0</c> or <c>1.2.0-preview.1</c>.</summary>
    public static string Current { get; } = WithoutBuildMetadata(
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0");

    private static string WithoutBuildMetadata(string version)
    {
        var plus = version.IndexOf('+');
        return plus < 0 ? version : version.Substring(0, plus);
    }
}
