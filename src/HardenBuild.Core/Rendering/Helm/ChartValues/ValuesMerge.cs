using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Lays one set of values over another: maps are merged, everything else is replaced, nulls stay nulls.</summary>
/// <remarks>Helm's loader.MergeMaps. Neither map is changed; what only one of them has is shared with it.</remarks>
internal static class ValuesMerge
{
    public static GoMap Of(GoMap under, GoMap over)
    {
        StackGuard.Require();
        var merged = new Dictionary<string, GoValue>(under.Entries.Count + over.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in under.Entries)
            merged[entry.Key] = entry.Value;
        foreach (var entry in over.Entries)
            merged[entry.Key] = entry.Value is GoMap map && merged.TryGetValue(entry.Key, out var below) && below is GoMap belowMap ? Of(belowMap, map) : entry.Value;
        return new GoMap(merged, origin: over.Origin ?? under.Origin);
    }
}
