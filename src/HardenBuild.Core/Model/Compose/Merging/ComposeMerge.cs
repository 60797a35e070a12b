using System.Collections.Immutable;
using HardenBuild.Model.Compose.Loading;
using HardenBuild.Model.Compose.Tree;

namespace HardenBuild.Model.Compose.Merging;

/// <summary>Merges a value of a file over the same value of those before it.</summary>
/// <param name="problems">Takes what cannot be merged.</param>
internal sealed class ComposeMerge(List<ComposeProblem> problems)
{
    /// <summary>The merged value; null when <paramref name="upper"/> resets it.</summary>
    public ComposeNode? Merge(ComposeNode? lower, ComposeNode upper, MergeRule rule)
    {
        if (upper.Tag == MergeTag.Reset)
            return null;
        if (lower is null || upper.Tag == MergeTag.Override)
            return WithoutResets(upper, rule);
        if (rule.Kind is MergeKind.Replace or MergeKind.ReplaceWithNull && (!upper.IsNull || rule.Kind == MergeKind.ReplaceWithNull))
            return Replace(lower, upper);
        if (upper.IsNull)
            return lower;
        if (lower.IsNull)
            return WithoutResets(upper, rule);

        switch (lower, upper)
        {
            case (ComposeMapping a, ComposeMapping b):
                return rule.Kind == MergeKind.MergeSameDriver && HaveOtherDrivers(a, b) ? Replace(a, b) : MergeMappings(a, b, rule);
            case (ComposeSequence a, ComposeSequence b):
                return Append(a, b, rule);
            case (ComposeScalar, ComposeScalar):
                return Replace(lower, upper);
            default:
                problems.Add(new ComposeProblem(ComposeProblemKind.CannotOverride, upper.Location) { Related = lower.Location });
                return upper;
        }
    }

    /// <summary>A mapping of one file alone: what it resets is left out.</summary>
    public ComposeMapping WithoutResets(ComposeMapping mapping, MergeRule rule) => (ComposeMapping)WithoutResets((ComposeNode)mapping, rule);

    private ComposeNode WithoutResets(ComposeNode node, MergeRule rule)
    {
        if (node is not ComposeMapping mapping)
            return node;
        ImmutableArray<ComposeMember>.Builder? members = null;
        for (var i = 0; i < mapping.Members.Length; i++)
        {
            var member = mapping.Members[i];
            var kept = Merge(null, member.Value, rule[member.Key.Value]);
            if (members is null && kept != member.Value)
            {
                members = ImmutableArray.CreateBuilder<ComposeMember>(mapping.Members.Length);
                members.AddRange(mapping.Members, i);
            }

            if (kept is not null)
                members?.Add(member with { Value = kept });
        }

        return members is null ? mapping : new ComposeMapping(mapping.Written, members.ToImmutable()) { Overridden = mapping.Overridden };
    }

    private ComposeMapping MergeMappings(ComposeMapping lower, ComposeMapping upper, MergeRule rule)
    {
        var members = ImmutableArray.CreateBuilder<ComposeMember>(lower.Members.Length + upper.Members.Length);
        foreach (var member in lower.Members)
        {
            if (upper.Find(member.Key.Value) is not { } other)
                members.Add(member);
            else if (Merge(member.Value, other.Value, rule[member.Key.Value]) is { } merged)
                members.Add(new ComposeMember(KeyOf(member, other), merged));
        }

        foreach (var member in upper.Members)
        {
            if (lower.Find(member.Key.Value) is null && Merge(null, member.Value, rule[member.Key.Value]) is { } added)
                members.Add(member with { Value = added });
        }

        return new ComposeMapping(upper.Written, members.ToImmutable());
    }

    /// <summary>A variable in a list stands beside its value; elsewhere the first file introduces a key.</summary>
    private static Text.Located<string> KeyOf(ComposeMember lower, ComposeMember upper) => upper.Value is ComposeScalar or ComposeNothing ? upper.Key : lower.Key;

    private static ComposeSequence Append(ComposeSequence lower, ComposeSequence upper, MergeRule rule)
    {
        if (rule.Key is not { } keyOf)
            return new ComposeSequence(upper.Written, lower.Items.AddRange(upper.Items));

        // Only between files: two items of one file with the same key are that file's own business.
        var items = lower.Items.ToBuilder();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lower.Items.Length; i++)
        {
            if (keyOf(lower.Items[i]) is { } key)
                places[key] = i;
        }

        foreach (var item in upper.Items)
        {
            if (keyOf(item) is { } key && places.TryGetValue(key, out var place))
                items[place] = Repeats(item, lower.Items[place]) ? lower.Items[place] : Replace(lower.Items[place], item);
            else
                items.Add(item);
        }

        return new ComposeSequence(upper.Written, items.ToImmutable());
    }

    /// <summary>Whether an item only repeats another one, which then stays the one that decides.</summary>
    private static bool Repeats(ComposeNode item, ComposeNode other) => item is ComposeScalar a && other is ComposeScalar b && a.Raw == b.Raw;

    private static ComposeNode Replace(ComposeNode lower, ComposeNode upper) => upper switch
    {
        ComposeScalar scalar => scalar.Over(lower),
        ComposeMapping mapping => new ComposeMapping(mapping.Written, mapping.Members) { Overridden = lower.Overridden.Add(lower.Location) },
        ComposeSequence sequence => new ComposeSequence(sequence.Written, sequence.Items) { Overridden = lower.Overridden.Add(lower.Location) },
        _ => upper,
    };

    private static bool HaveOtherDrivers(ComposeMapping lower, ComposeMapping upper) =>
        lower["driver"]?.AsScalar is { } a && upper["driver"]?.AsScalar is { } b && a.Raw != b.Raw;
}
