using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Dictionaries;

/// <summary>Merging as mergo does it for <c>merge</c> and <c>mergeOverwrite</c>: maps through all levels, everything else as a whole.</summary>
internal static class MapMerging
{
    /// <summary>Fills what the target lacks, or holds empty: false, 0, an empty text, a null. A null never fills anything.</summary>
    /// <remarks>Maps that are taken over are shared with their source.</remarks>
    public static void Fill(RenderBudget budget, GoMap target, GoMap source)
    {
        Enter(budget, source);
        if (ReferenceEquals(target.Entries, source.Entries))
            return;
        foreach (var entry in source.Entries)
        {
            if (entry.Value is GoNil)
                continue;
            if (!target.Entries.TryGetValue(entry.Key, out var present))
                target.Entries[entry.Key] = entry.Value;
            else if (present is GoMap inner && entry.Value is GoMap outer)
                Fill(budget, inner, outer);
            else if (!present.IsTrue)
                target.Entries[entry.Key] = entry.Value;
        }
    }

    /// <summary>Puts the source's values over those of the target, also when they are empty or null.</summary>
    public static void Overwrite(RenderBudget budget, GoMap target, GoMap source)
    {
        Enter(budget, source);
        if (ReferenceEquals(target.Entries, source.Entries))
            return;
        foreach (var entry in source.Entries)
        {
            if (entry.Value is GoMap outer && target.Entries.TryGetValue(entry.Key, out var present) && present is GoMap inner)
                Overwrite(budget, inner, outer);
            else
                target.Entries[entry.Key] = entry.Value;
        }
    }

    private static void Enter(RenderBudget budget, GoMap source)
    {
        StackGuard.Require();
        budget.RequireItems(source.Entries.Count);
    }
}
