using System.Collections.Immutable;
using HardenBuild.Configuration.Annotations;

namespace HardenBuild.Configuration.Dialects;

/// <summary>The comments, annotations and labels to other tools that silence our findings too.</summary>
internal static class PeerDialects
{
    /// <summary>Those that are read in Dockerfiles.</summary>
    public static ImmutableArray<ISuppressionDialect> Dockerfile { get; } =
    [
        new BuildKitDialect(),
        new CheckovDialect(SuppressionScope.File),
        new HadolintDialect(),
        new KicsDialect(SuppressionScope.Instruction),
        new SemgrepDialect(),
        new SonarDialect(),
        new TrivyDialect(SuppressionScope.Instruction),
    ];

    /// <summary>Those that are read in Compose files.</summary>
    public static ImmutableArray<ISuppressionDialect> Compose { get; } =
    [
        new CheckovDialect(SuppressionScope.File),
        new DclintDialect(),
        new KicsDialect(SuppressionScope.Instruction),
        new SemgrepDialect(),
        new TrivyDialect(SuppressionScope.Block),
    ];

    /// <summary>Those that are read in Kubernetes manifests.</summary>
    public static ImmutableArray<ISuppressionDialect> Kubernetes { get; } =
        [new CheckovDialect(SuppressionScope.Document), new KicsDialect(SuppressionScope.Line), new TrivyDialect(SuppressionScope.Block)];

    /// <summary>Those that are written in annotations and labels of Kubernetes objects.</summary>
    public static ImmutableArray<IAnnotationDialect> Annotations { get; } =
        [new CheckovAnnotations(), new KubeLinterAnnotations(), new KubeScoreAnnotations(), new KubeauditLabels(), new PolarisAnnotations()];

    private static IEnumerable<string> Peers => Dockerfile.Concat(Compose).Concat(Kubernetes)
        .Select(static dialect => dialect.Peer!)
        .Concat(Annotations.Select(static dialect => dialect.Peer))
        .Distinct()
        .OrderBy(static peer => peer, StringComparer.Ordinal);

    /// <summary>The tools, for messages.</summary>
    public static string Names => string.Join(", ", Peers);

    public static bool IsKnown(string peer) => Peers.Contains(peer, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a value of <c>hardenbuild.peer_suppressions</c> leaves a tool.</summary>
    /// <param name="choice">True, false, or names of tools separated by commas; null is true.</param>
    public static bool IsChosen(string? peer, string? choice)
    {
        if ("false".Equals(choice, StringComparison.OrdinalIgnoreCase))
            return false;
        return choice is null
            || choice.Equals("true", StringComparison.OrdinalIgnoreCase)
            || choice.Split(',').Any(name => string.Equals(name.Trim(), peer, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A value of <c>hardenbuild.peer_suppressions</c> that leaves one tool out.</summary>
    public static string AllBut(string peer) => string.Join(", ", Peers.Where(other => other != peer));
}
