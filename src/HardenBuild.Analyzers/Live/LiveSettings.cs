using System.Collections.Immutable;
using HardenBuild.Configuration.Levels;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Rules;
using HardenBuild.Scanning.Live;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HardenBuild.Analyzers.Live;

/// <summary>What the project says, through the compiler, about how to scan. A word that means nothing fails the build, which says so.</summary>
internal static class LiveSettings
{
    public static LiveOptions Read(AnalyzerConfigOptions options)
    {
        var root = Root(options);
        var baseline = Property(options, "HardenBuildBaseline");
        return new LiveOptions(
            root,
            Mode(options),
            RuleLevel.Parse(Property(options, "HardenBuildLevel")) ?? RuleLevel.Latest,
            new ClusterTarget(PodSecurityLevels.ParseSetting(Property(options, "HardenBuildTargetLevel")), KubernetesVersion.Parse(Property(options, "HardenBuildKubeVersion"))),
            List(options, "_HardenBuildLiveExclude"),
            List(options, "_HardenBuildLiveDiagnostics"),
            baseline.Length == 0 ? null : Path.Combine(root, baseline));
    }

    // Not Enum.TryParse: it takes numbers. A word that is no mode fails the build, which says so.
    public static RuleMode Mode(AnalyzerConfigOptions options) => Property(options, "HardenBuildMode").ToUpperInvariant() switch
    {
        "NONE" => RuleMode.None,
        "HARDENED" => RuleMode.Hardened,
        "ALL" => RuleMode.All,
        _ => RuleMode.Default,
    };

    // An analyzer may not look for .git itself.
    private static string Root(AnalyzerConfigOptions options)
    {
        var root = Property(options, "HardenBuildRoot");
        if (Path.IsPathRooted(root))
            return root;
        return Property(options, "_HardenBuildGitRoot") is { Length: > 0 } found ? found : Property(options, "MSBuildProjectDirectory");
    }

    // A semicolon would start a comment in the file that these come from.
    private static ImmutableArray<string> List(AnalyzerConfigOptions options, string name) =>
        [.. Property(options, name).Split('|').Select(static item => item.Trim()).Where(static item => item.Length > 0)];

    private static string Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) ? value : "";
}
