using System.Collections.Immutable;
using HardenBuild.Rules;

namespace HardenBuild.Configuration;

/// <summary>Finds rules by what users call them. Names, options and aliases cost the metadata of the rules, ids do not.</summary>
internal sealed class RuleIndex
{
    private readonly ImmutableArray<Rule> _rules;
    private readonly Dictionary<string, Rule> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<Dictionary<string, Rule>> _byName;
    private readonly Lazy<HashSet<string>> _options;
    private readonly Lazy<AliasIndex> _aliases;
    private readonly Lazy<RuleIndex> _ofManifests;

    public RuleIndex(ImmutableArray<Rule> rules)
        : this(rules, IsOfContainers)
    {
    }

    private RuleIndex(ImmutableArray<Rule> rules, Func<RuleCategory, bool> mayHavePeerComments)
    {
        _rules = rules;
        foreach (var rule in rules)
            _byId[rule.Id] = rule;

        _byName = new(IndexNames);
        _options = new(IndexOptions);
        _aliases = new(() => new AliasIndex(rules.Where(rule => mayHavePeerComments(rule.Category))));
        _ofManifests = new(() => new RuleIndex(rules, IsOfManifests));
    }

    /// <summary>The same rules, with the names that other tools give to those about Kubernetes.</summary>
    public RuleIndex OfManifests => _ofManifests.Value;

    /// <summary>The rules by what other tools call them: those about Dockerfiles and Compose files.</summary>
    public AliasIndex Aliases => _aliases.Value;

    /// <summary>The rule of an id in any case.</summary>
    public Rule? ById(string id) => _byId.TryGetValue(id, out var rule) ? rule : null;

    /// <summary>The rule of an id or name in any case.</summary>
    public Rule? Find(string idOrName) => ById(idOrName) ?? (IsId(idOrName) ? null : ByName(idOrName));

    /// <summary>Whether any rule has an option.</summary>
    public bool HasOption(string name) => _options.Value.Contains(name);

    /// <summary>Whether a text has the form of an id: <c>HB</c> and four digits.</summary>
    public static bool IsId(string text)
    {
        if (text.Length != 6 || !text.StartsWith("HB", StringComparison.OrdinalIgnoreCase))
            return false;

        for (var i = 2; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
        }

        return true;
    }

    // The metadata of all rules costs more than many a scan: a comment in a Dockerfile needs no rule about Kubernetes.
    private static bool IsOfContainers(RuleCategory category) =>
        category is RuleCategory.Dockerfile or RuleCategory.Compose or RuleCategory.DotNet or RuleCategory.CrossFile;

    private static bool IsOfManifests(RuleCategory category) => category is RuleCategory.Kubernetes or RuleCategory.Cluster or RuleCategory.CrossFile;

    private Rule? ByName(string name) => _byName.Value.TryGetValue(name, out var rule) ? rule : null;

    private Dictionary<string, Rule> IndexNames()
    {
        var names = new Dictionary<string, Rule>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in _rules)
            names[rule.Metadata.Name] = rule;
        return names;
    }

    private HashSet<string> IndexOptions() =>
        new(_rules.SelectMany(rule => rule.Metadata.Options).Select(option => option.Name), StringComparer.OrdinalIgnoreCase);
}
