using HardenBuild.Configuration.Levels;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HardenBuild.Analyzers;

/// <summary>What the project says, through the compiler, about how to scan.</summary>
/// <param name="Root">Absolute path of the repository root, or of the project's folder where the root is not set: an analyzer may not look for <c>.git</c>.</param>
/// <param name="Cluster">A word that means nothing fails the build, which says so.</param>
internal sealed record LiveSettings(string Root, RuleMode Mode, RuleLevel Level, ClusterTarget Cluster)
{
    public static LiveSettings Read(AnalyzerConfigOptions options)
    {
        var root = Property(options, "HardenBuildRoot");
        return new LiveSettings(
            Path.IsPathRooted(root) ? root : Property(options, "MSBuildProjectDirectory"),
            ParseMode(Property(options, "HardenBuildMode")),
            RuleLevel.Parse(Property(options, "HardenBuildLevel")) ?? RuleLevel.Latest,
            new ClusterTarget(
                PodSecurityLevels.ParseSetting(Property(options, "HardenBuildTargetLevel")),
                KubernetesVersion.Parse(Property(options, "HardenBuildKubeVersion"))));
    }

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value : "";

    // Not Enum.TryParse: it takes numbers. A word that is no mode fails the build, which says so.
    private static RuleMode ParseMode(string word) => word.ToUpperInvariant() switch
    {
        "NONE" => RuleMode.None,
        "HARDENED" => RuleMode.Hardened,
        "ALL" => RuleMode.All,
        _ => RuleMode.Default,
    };
}
