using System.Collections.Immutable;
using HardenBuild.Rules.Daemon;
using HardenBuild.Rules.Tool;

namespace HardenBuild.Rules;

/// <summary>Every rule, one line each, sorted by id within its subject. The tests compare it with the types in the assembly.</summary>
public static class RuleCatalog
{
    internal static ImmutableArray<ToolRule> Tool { get; } =
    [
        UnreadableFile.Instance,
        DockerfileParseError.Instance,
        YamlSyntaxError.Instance,
        UnusedSuppression.Instance,
        SuppressionCommentUsed.Instance,
        RuleFailed.Instance,
        InvalidConfiguration.Instance,
        InvalidSuppression.Instance,
        LimitExceeded.Instance,
    ];

    internal static ImmutableArray<DockerfileRule> Dockerfile { get; } = [];

    internal static ImmutableArray<DaemonRule> Daemon { get; } =
    [
        new DaemonIccEnabled(),
        new DaemonInsecureRegistries(),
        new DaemonTcpWithoutTls(),
        new DaemonTcpAllInterfaces(),
        new DaemonUsernsRemapMissing(),
        new DaemonNoNewPrivilegesMissing(),
        new DaemonSeccompUnconfined(),
    ];

    /// <summary>All rules by id.</summary>
    public static ImmutableArray<Rule> All { get; } = Sort([.. Tool, .. Dockerfile, .. Daemon]);

    private static ImmutableArray<Rule> Sort(Rule[] rules)
    {
        Array.Sort(rules, static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return [.. rules];
    }
}
