using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Dictionaries;

/// <summary>Copies of values whose lists and maps share nothing with the original.</summary>
internal static class ValueCopy
{
    /// <summary>Copies lists and maps through all levels; scalars are immutable and stay.</summary>
    /// <param name="count">Is told the number of copied nodes, and throws when there are too many.</param>
    /// <exception cref="RenderLimitException">The value contains itself, or nests too deep.</exception>
    public static GoValue Of(GoValue value, Action<int> count)
    {
        switch (value)
        {
            case GoMap map:
                StackGuard.Require();
                count(1 + map.Entries.Count);
                var entries = new Dictionary<string, GoValue>(map.Entries.Count, StringComparer.Ordinal);
                foreach (var entry in map.Entries)
                    entries.Add(entry.Key, Of(entry.Value, count));
                return new GoMap(entries, map.ElementType, map.Origin, map.IsValues);
            case GoList list:
                StackGuard.Require();
                count(1 + list.Items.Count);
                var items = new List<GoValue>(list.Items.Count);
                foreach (var item in list.Items)
                    items.Add(Of(item, count));
                return new GoList(items, list.ElementType, list.Origin);
            default:
                return value;
        }
    }
}
