using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules;

/// <summary>The options that say what clusters the manifests are for. What the caller of the scan says wins over the configuration.</summary>
internal static class ClusterOptions
{
    public const string TargetLevel = "target_level";
    public const string KubeVersion = "kube_version";

    /// <summary>How a level is written, for messages.</summary>
    public const string Levels = "privileged, baseline or restricted";

    /// <summary>How a version is written, for messages.</summary>
    public const string VersionForm = "such as 1.34";

    public static RuleOption DescribeLevel() => new(
        TargetLevel,
        "",
        "The level of the Pod Security Standards that every pod must meet, whatever its namespace says: 'privileged', 'baseline' or 'restricted'.");

    public static RuleOption DescribeVersion() => new(
        KubeVersion,
        "",
        "The oldest Kubernetes that the manifests are for, such as '1.34'; without it nothing is assumed but that clusters are current.");

    /// <summary>Null where nobody says, or says something that is no level.</summary>
    public static PodSecurityLevel? Level(RuleOptions options, Rule rule) =>
        options.Given.Level ?? (options.Find(rule, TargetLevel) is { } word ? PodSecurityLevels.ParseSetting(word) : null);

    /// <summary>Null where nobody says, or says something that is no version.</summary>
    public static KubernetesVersion? Version(RuleOptions options, Rule rule) =>
        options.Given.Version ?? (options.Find(rule, KubeVersion) is { } text ? KubernetesVersion.Parse(text) : null);

    /// <summary>As <see cref="Version(RuleOptions, Rule)"/>, for what several rules share.</summary>
    public static KubernetesVersion? Version(RuleOptions options) =>
        options.Given.Version ?? (options.Find(KubeVersion) is { } text ? KubernetesVersion.Parse(text) : null);
}
