using HardenBuild.Model.Compose.Tree;

namespace HardenBuild.Model.Compose.Merging;

/// <summary>How the values at one place of a Compose file are read and merged, and those below it.</summary>
internal sealed class MergeRule
{
    private readonly Dictionary<string, MergeRule> _members = new(StringComparer.Ordinal);

    public static MergeRule Default { get; } = new();

    public ComposeForm Form { get; init; }

    public MergeKind Kind { get; init; }

    /// <summary>What makes two items of a list the same, so that the later one replaces the earlier; null for lists that are only appended.</summary>
    public Func<ComposeNode, string?>? Key { get; init; }

    /// <summary>The rule of the items of a list and of the members that <see cref="Of"/> does not name.</summary>
    public MergeRule? Each { get; init; }

    public MergeRule this[string key] => _members.TryGetValue(key, out var rule) ? rule : Each ?? Default;

    /// <summary>This rule with rules for members by their names.</summary>
    public MergeRule Of(params ReadOnlySpan<(string Key, MergeRule Rule)> members)
    {
        foreach (var (key, rule) in members)
            _members.Add(key, rule);
        return this;
    }
}
