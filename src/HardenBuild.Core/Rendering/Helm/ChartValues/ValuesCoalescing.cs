using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Fills values up with the defaults of charts, from the top chart down.</summary>
/// <param name="version">Decides what becomes of nulls.</param>
/// <remarks>Helm's pkg/chart/common/util/coalesce.go, oddities included. Scalars are moved, never made anew, so that each still tells where it was written.</remarks>
internal sealed class ValuesCoalescing(HelmVersion version)
{
    private const string Global = "global";

    /// <summary>The values that the templates of a chart and of its subcharts see; a null removes the default.</summary>
    /// <exception cref="ChartException">The values of a subchart are no map.</exception>
    public GoMap Coalesce(ChartInstance chart, GoMap values) => Fill(chart, ValuesCopy.Of(values), isTop: true, keepsNulls: false);

    /// <summary>As <see cref="Coalesce"/>, but nulls stay, for values that are coalesced once more.</summary>
    public GoMap Merge(ChartInstance chart) => Fill(chart, new GoMap(), isTop: true, keepsNulls: true);

    /// <summary>Adds to a map what it lacks from another one.</summary>
    /// <param name="source">Changed as well: nulls of the target are written to it.</param>
    public void FillTable(GoMap target, GoMap source, bool keepsNulls)
    {
        StackGuard.Require();
        HashSet<string>? nullsOfSource = null;
        if (version.IsFrom42)
            nullsOfSource = [.. source.Entries.Where(static entry => entry.Value is GoNil).Select(static entry => entry.Key)];
        foreach (var entry in target.Entries)
        {
            if (entry.Value is not GoNil)
                continue;
            if (nullsOfSource is not null && !source.Entries.ContainsKey(entry.Key))
                nullsOfSource.Add(entry.Key);
            source.Entries[entry.Key] = GoNil.Null;
        }

        foreach (var entry in source.Entries)
        {
            if (!target.Entries.TryGetValue(entry.Key, out var present))
                target.Entries[entry.Key] = entry.Value;
            else if (present is GoNil && !keepsNulls && nullsOfSource?.Contains(entry.Key) != true)
                target.Entries.Remove(entry.Key);
            else if (present is GoMap presentMap && entry.Value is GoMap map)
                FillTable(presentMap, map, keepsNulls);
        }
    }

    private static void RemoveNulls(GoMap map)
    {
        foreach (var key in map.SortedKeys())
        {
            if (map.Entries[key] is GoNil)
                map.Entries.Remove(key);
            else if (map.Entries[key] is GoMap inner)
                RemoveNulls(inner);
        }
    }

    private GoMap Fill(ChartInstance chart, GoMap values, bool isTop, bool keepsNulls)
    {
        FillDefaults(chart, values, isTop, keepsNulls);
        foreach (var subchart in chart.Subcharts)
        {
            if (!values.Entries.TryGetValue(subchart.Name, out var own))
                values.Entries[subchart.Name] = own = new GoMap();
            if (own is not GoMap map)
                throw new ChartException(ChartErrorKind.Values, own.Origin?.Location ?? chart.Chart.Location, $"type mismatch on {subchart.Name}: {GoTruthVerb.Print(own)}");
            FillGlobals(map, values);
            Fill(subchart, map, isTop: false, keepsNulls);
        }

        return values;
    }

    private void FillDefaults(ChartInstance chart, GoMap values, bool isTop, bool keepsNulls)
    {
        var dropsNulls = version.IsFrom42 && !keepsNulls && !isTop;
        foreach (var entry in chart.Values.Entries)
        {
            if (values.Entries.TryGetValue(entry.Key, out var present))
            {
                if (present is GoNil && !keepsNulls)
                {
                    values.Entries.Remove(entry.Key);
                }
                else if (present is GoMap presentMap && entry.Value is GoMap map)
                {
                    var defaults = ValuesCopy.Of(map);
                    var keepsNullsBelow = keepsNulls || chart.Subcharts.Exists(subchart => subchart.Name == entry.Key);
                    if (dropsNulls && !keepsNullsBelow)
                        RemoveNulls(defaults);
                    FillTable(presentMap, defaults, keepsNullsBelow);
                }
            }
            else if (!dropsNulls || entry.Value is not GoNil)
            {
                var value = ValuesCopy.Of(entry.Value);
                if (dropsNulls && value is GoMap map)
                    RemoveNulls(map);
                values.Entries[entry.Key] = value;
            }
        }
    }

    /// <summary>Copies the globals of a chart to those of a subchart; the chart's win.</summary>
    private void FillGlobals(GoMap subchart, GoMap chart)
    {
        GoMap? target = null;
        if (subchart.Entries.TryGetValue(Global, out var own) && (target = own as GoMap) is null)
            return;
        target ??= new GoMap();
        if (chart.Entries.TryGetValue(Global, out var given))
        {
            if (given is not GoMap source)
                return;
            foreach (var entry in source.Entries)
                AddGlobal(target, entry.Key, entry.Value);
        }

        subchart.Entries[Global] = target;
    }

    private void AddGlobal(GoMap target, string key, GoValue value)
    {
        target.Entries.TryGetValue(key, out var present);
        if (value is not GoMap map)
        {
            if (present is not GoMap)
                target.Entries[key] = value;
            return;
        }

        if (present is not (null or GoMap))
            return;
        var copy = new GoMap(new Dictionary<string, GoValue>(map.Entries, StringComparer.Ordinal), map.ElementType, map.Origin);
        if (present is GoMap presentMap)
            FillTable(copy, presentMap, keepsNulls: true);
        target.Entries[key] = copy;
    }
}
