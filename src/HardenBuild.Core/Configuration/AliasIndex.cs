using System.Collections.Immutable;
using HardenBuild.Rules;

namespace HardenBuild.Configuration;

/// <summary>Finds rules by what other tools call them. Costs the metadata of the rules, so it is built when a file speaks of another tool.</summary>
internal sealed class AliasIndex
{
    private readonly Dictionary<string, ImmutableArray<Rule>> _byAlias = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ImmutableArray<Rule>> _byPeer = new(StringComparer.OrdinalIgnoreCase);

    public AliasIndex(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            // Checks that only resemble ours are left out: silencing one of them says nothing about what ours found.
            foreach (var alias in rule.Metadata.Aliases)
            {
                Add(_byAlias, alias, rule);
                Add(_byPeer, alias.Substring(0, Math.Max(0, alias.IndexOf(':'))), rule);
            }
        }
    }

    /// <summary>The rules that decide what a check of another tool decides; empty where there is none.</summary>
    /// <param name="check">Its id or name, in any case.</param>
    public ImmutableArray<Rule> Find(string peer, string check) => Find(_byAlias, peer + ":" + check);

    /// <summary>All rules that decide what some check of another tool decides.</summary>
    public ImmutableArray<Rule> OfPeer(string peer) => Find(_byPeer, peer);

    private static ImmutableArray<Rule> Find(Dictionary<string, ImmutableArray<Rule>> index, string key) =>
        index.TryGetValue(key, out var rules) ? rules : [];

    private static void Add(Dictionary<string, ImmutableArray<Rule>> index, string key, Rule rule)
    {
        var known = Find(index, key);
        // A rule may have several aliases of one tool; they follow each other.
        if (known.IsEmpty || known[known.Length - 1] != rule)
            index[key] = known.Add(rule);
    }
}
