using System.Collections.Immutable;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Model.Helm.Use;

/// <summary>What a chart's own values and its templates have to do with each other.</summary>
/// <remarks>Judged on the templates as they are written, all branches included; what only might be read counts as read.</remarks>
internal sealed class ValueUse
{
    private readonly ChartModel _chart;
    private readonly HashSet<string> _foreign = new(StringComparer.Ordinal) { "global", "tags", "exports" };

    public ValueUse(ChartModel chart)
    {
        _chart = chart;
        var reader = new ValueReader();
        var own = new HashSet<string>(Sources(chart.Chart).Select(static file => file.Path), StringComparer.Ordinal);
        IsKnown = chart.LoadErrors.IsEmpty && !chart.Chart.Metadata.IsLibrary;
        foreach (var file in chart.Chart.Parsed.Files)
        {
            if (!own.Contains(file.Source.Path))
                continue;
            reader.Add(file);
            var (runs, takesFiles) = Runs(file);
            RunsTexts |= runs;
            IsKnown &= file.Errors.Count == 0 && !(runs && takesFiles);
        }

        AddTexts(chart.Chart.Values, reader);
        foreach (var scenario in chart.Scenarios)
        {
            if (!scenario.IsDefault)
                AddTexts(scenario.Rendered.Values, reader);
        }

        IsKnown &= !reader.IsOpen;
        Reads = reader.Reads;
        foreach (var read in Reads)
            Tree.Add(read.Path.AsSpan());
        foreach (var dependency in chart.Chart.Metadata.Dependencies)
        {
            _foreign.Add(dependency.EffectiveName);
            foreach (var condition in dependency.Condition.Split(','))
                Tree.Add(condition.Trim().Split('.'));
            IsKnown &= dependency.ImportValues.IsEmpty;
        }

        foreach (var subchart in chart.Chart.Subcharts)
            _foreign.Add(subchart.Name);
    }

    /// <summary>Nothing reads values in a way that cannot be followed.</summary>
    public bool IsKnown { get; }

    /// <summary>A text that somebody gives may be run, which may read what the chart has only for that.</summary>
    public bool RunsTexts { get; }

    public List<ValueRead> Reads { get; }

    public ValueTree Tree { get; } = new();

    /// <summary>Whether a top key belongs to Helm or to a subchart.</summary>
    public bool IsForeign(string key) => _foreign.Contains(key);

    /// <summary>The values that templates name, that no values of the repository define, and whose neighbours are defined: one read for each path.</summary>
    public IEnumerable<ValueRead> Undefined()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var read in Reads)
        {
            if (!IsForeign(read.Path[0]) && !IsDefined(_chart.Chart.Values, read.Path) && seen.Add(string.Join("\n", read.Path))
                && !_chart.Scenarios.Any(scenario => IsDefined(scenario.Rendered.Values, read.Path)))
                yield return read;
        }
    }

    /// <summary>Defined, or below something that takes any keys or none.</summary>
    private static bool IsDefined(GoMap values, ImmutableArray<string> path)
    {
        GoValue value = values;
        for (var i = 0; i < path.Length; i++)
        {
            if (value is not GoMap { Entries: var entries } || (i > 0 && entries.Count == 0))
                return true;
            if (!entries.TryGetValue(path[i], out value!))
                return i < path.Length - 1;
        }

        return true;
    }

    // The chart's own templates, and those of libraries, which see the values of the chart that includes them.
    private static IEnumerable<ChartFile> Sources(Chart chart) => chart.Templates.Concat(chart.Subcharts.Where(static subchart => subchart.Metadata.IsLibrary).SelectMany(Sources));

    private static (bool RunsTexts, bool TakesFiles) Runs(GoTemplateFile file)
    {
        var (runs, takes) = (false, false);
        foreach (var node in TemplateWalk.Nodes(file))
        {
            runs |= node is FunctionNode { Name: "tpl" };
            takes |= node is FieldNode { Fields: ["Files", ..] } or VariableNode { Fields: ["Files", ..] };
        }

        return (runs, takes);
    }

    /// <summary>Texts of the values may be templates themselves.</summary>
    private static void AddTexts(GoValue root, ValueReader reader)
    {
        var open = new Stack<GoValue>();
        open.Push(root);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case GoMap map:
                    foreach (var entry in map.Entries)
                        open.Push(entry.Value);
                    break;
                case GoList list:
                    foreach (var item in list.Items)
                        open.Push(item);
                    break;
                case GoString { Value: var text } when text.Contains("{{", StringComparison.Ordinal) && text.Contains("Values", StringComparison.Ordinal):
                    reader.Add(GoTemplateParser.Parse(SourceText.From("values.yaml", text), "values", TemplateFunctions.All.Contains));
                    break;
            }
        }
    }
}
