using System.Collections.Immutable;
using HardenBuild.Configuration.Dialects;
using HardenBuild.Rules;
using HardenBuild.Scanning;

namespace HardenBuild.Configuration;

/// <summary>What the repository and the caller of a scan say about suppressions in one file.</summary>
internal sealed record SuppressionPolicy
{
    public required RuleIndex Rules { get; init; }

    /// <summary>Whether a rule was looked for at all: suppressions of others are never called unused.</summary>
    public required Func<Rule, bool> IsActive { get; init; }

    /// <summary>The day of the scan's data. Null leaves <c>until</c> out of account: nothing depends on the clock.</summary>
    public DateTime? DataDate { get; init; }

    /// <summary>Every suppression must say why.</summary>
    public bool RequiresReason { get; init; }

    /// <summary>The dialects that comments are read in.</summary>
    public ImmutableArray<ISuppressionDialect> Dialects { get; init; } = [HardenBuildDialect.Instance];

    /// <summary>The value of <c>hardenbuild.peer_suppressions</c>; null where nobody sets it.</summary>
    public string? PeerChoice { get; init; }

    /// <summary>Rules that no suppression silences.</summary>
    public ImmutableHashSet<Rule> Unsuppressible { get; init; } = [];

    /// <summary>The policy for a file.</summary>
    /// <param name="path">Absolute, or relative to the root.</param>
    /// <param name="peers">Dialects of other tools that the format knows; the configuration may switch them off.</param>
    public static SuppressionPolicy For(RuleSelection selection, string path, RuleIndex rules, DateTime? dataDate, ImmutableArray<ISuppressionDialect> peers = default)
    {
        var file = selection.Resolver.At(path);
        var peerChoice = file.GetValue(ConfigurationKeys.PeerSuppressions);
        var chosen = selection.For(path);
        return new SuppressionPolicy
        {
            Rules = rules,
            IsActive = chosen.Runs,
            DataDate = dataDate,
            RequiresReason = "true".Equals(file.GetValue(ConfigurationKeys.RequireSuppressionReason), StringComparison.OrdinalIgnoreCase),
            PeerChoice = peerChoice,
            Dialects = [HardenBuildDialect.Instance, .. peers.IsDefault ? [] : peers.Where(peer => PeerDialects.IsChosen(peer.Peer, peerChoice))],
            Unsuppressible = ReadRules(file.GetValue(ConfigurationKeys.Unsuppressible) ?? "", rules),
        };
    }

    private static ImmutableHashSet<Rule> ReadRules(string list, RuleIndex rules)
    {
        var result = ImmutableHashSet.CreateBuilder<Rule>();
        foreach (var part in RuleList.Split(list, new Text.TextSpan(0, list.Length)))
        {
            if (rules.Find(list.Substring(part.Start, part.Length)) is { } rule)
                result.Add(rule);
        }

        return result.ToImmutable();
    }
}
