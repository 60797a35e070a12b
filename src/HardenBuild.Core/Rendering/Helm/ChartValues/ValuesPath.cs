using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Looks values up by dotted paths, as Helm's <c>chartutil.Values</c> does.</summary>
internal static class ValuesPath
{
    /// <summary>The map at a path; null where any part of the path is absent or no map.</summary>
    public static GoMap? Table(GoMap values, string path)
    {
        var table = values;
        foreach (var part in path.Split('.'))
        {
            if (!table.Entries.TryGetValue(part, out var value) || value is not GoMap map)
                return null;
            table = map;
        }

        return table;
    }

    /// <summary>The value at a path that is no map; null where there is none.</summary>
    public static GoValue? Value(GoMap values, string path)
    {
        var dot = path.LastIndexOf('.');
        var table = dot < 0 ? values : Table(values, path.Substring(0, dot));
        return table is not null && table.Entries.TryGetValue(path.Substring(dot + 1), out var value) && value is not GoMap ? value : null;
    }
}
