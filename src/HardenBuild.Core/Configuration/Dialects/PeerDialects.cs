using System.Collections.Immutable;

namespace HardenBuild.Configuration.Dialects;

/// <summary>The comments to other tools that silence our findings too.</summary>
internal static class PeerDialects
{
    /// <summary>Those that are read in Dockerfiles.</summary>
    public static ImmutableArray<ISuppressionDialect> Dockerfile { get; } =
    [
        new BuildKitDialect(),
        new CheckovDialect(),
        new HadolintDialect(),
        new KicsDialect(),
        new SemgrepDialect(),
        new SonarDialect(),
        new TrivyDialect(),
    ];

    /// <summary>Those that are read in Compose files.</summary>
    public static ImmutableArray<ISuppressionDialect> Compose { get; } = [new KicsDialect(), new SemgrepDialect()];

    /// <summary>The tools, for messages.</summary>
    public static string Names => string.Join(", ", Dockerfile.Select(static dialect => dialect.Peer));

    public static bool IsKnown(string peer) => Dockerfile.Any(dialect => Is(dialect, peer));

    /// <summary>The dialects that a value of <c>hardenbuild.peer_suppressions</c> leaves.</summary>
    /// <param name="choice">True, false, or names of tools separated by commas; null is true.</param>
    public static ImmutableArray<ISuppressionDialect> Chosen(ImmutableArray<ISuppressionDialect> dialects, string? choice)
    {
        if (dialects.IsDefaultOrEmpty || "false".Equals(choice, StringComparison.OrdinalIgnoreCase))
            return [];

        if (choice is null || choice.Equals("true", StringComparison.OrdinalIgnoreCase))
            return dialects;

        var names = choice.Split(',');
        return dialects.RemoveAll(dialect => !names.Any(name => Is(dialect, name.Trim())));
    }

    /// <summary>A value of <c>hardenbuild.peer_suppressions</c> that leaves one tool out.</summary>
    public static string AllBut(string peer) => string.Join(", ", Dockerfile.Where(dialect => dialect.Peer != peer).Select(static dialect => dialect.Peer));

    private static bool Is(ISuppressionDialect dialect, string peer) => string.Equals(dialect.Peer, peer, StringComparison.OrdinalIgnoreCase);
}
