using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Copies what <c>import-values</c> names from subcharts to the default values of their parents, the innermost charts first.</summary>
/// <remarks>Helm's processImportValues (pkg/chart/v2/util/dependencies.go). What the parent says itself wins.</remarks>
internal sealed class ValuesImport(ValuesCoalescing coalescing)
{
    public void Apply(ChartInstance chart)
    {
        foreach (var subchart in chart.Subcharts)
            Apply(subchart);
        if (!chart.ListsDependencies)
            return;

        var merged = coalescing.Merge(chart);
        var imported = new GoMap();
        foreach (var dependency in chart.Dependencies)
        {
            foreach (var import in dependency.Dependency.ImportValues)
            {
                if (Imported(import, dependency.Name, merged) is { } table)
                    coalescing.FillTable(imported, dependency.DecidedBy is { } decided ? Because(decided, table) : table, keepsNulls: true);
            }
        }

        if (imported.Entries.Count == 0)
        {
            chart.Values = merged;
            return;
        }

        var values = ValuesCopy.Of(merged);
        coalescing.FillTable(values, imported, keepsNulls: true);
        chart.Values = values;
    }

    private static GoMap? Imported(GoValue import, string subchart, GoMap values)
    {
        switch (import)
        {
            case GoString name:
                return ValuesPath.Table(values, subchart + ".exports." + name.Value);
            case GoMap paths:
                return ValuesPath.Table(values, subchart + "." + Path(paths, "child")) is { } table ? Under(Path(paths, "parent"), table) : null;
            default:
                return null;
        }
    }

    // What is imported is there because the subchart is.
    private static GoMap Because(ValueOrigin decided, GoMap table)
    {
        var copy = new GoMap(new Dictionary<string, GoValue>(table.Entries.Count, StringComparer.Ordinal), table.ElementType, table.Origin);
        foreach (var entry in table.Entries)
            copy.Entries[entry.Key] = entry.Value is GoMap map ? Because(decided, map) : ArgumentOrigins.Chosen(entry.Value, decided);
        return copy;
    }

    private static string Path(GoMap paths, string key) => paths.Entries.TryGetValue(key, out var value) ? value switch
    {
        GoString text => text.Value,
        GoFloat number => GoNumberText.General(number.Value),
        GoBoolean flag => flag.Value ? "true" : "false",
        _ => "<nil>",
    }
    : "<nil>";

    private static GoMap Under(string path, GoMap table)
    {
        if (path == ".")
            return table;
        var parts = path.Split('.');
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            var outer = new GoMap();
            outer.Entries[parts[i]] = table;
            table = outer;
        }

        return table;
    }
}
