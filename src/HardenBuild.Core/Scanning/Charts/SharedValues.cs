using System.Collections.Immutable;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Charts;

/// <summary>Values files in the folder that holds the charts of a system, which all of them are installed with.</summary>
/// <remarks>Looked for only where a chart does not render with its own values: then somebody gives it others, and these are the ones that the repository shows.</remarks>
internal static class SharedValues
{
    private const int MostFiles = 64;

    /// <summary>The files that define values which the chart reads and does not define; of alternatives for the same value the first by name. Null where there are none.</summary>
    /// <param name="folder">The chart's folder, relative to the repository root.</param>
    public static UserValues? Of(RepositoryFiles files, string folder, Chart chart)
    {
        var parent = CleanPath.Folder(folder);
        if (parent.Length == 0 || files.List(parent) is not { } entries || entries.ContainsKey("Chart.yaml"))
            return null;
        var wanted = Wanted(chart);
        var found = ImmutableArray.CreateBuilder<SourceText>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in entries.Where(static entry => !entry.Value && Path.GetExtension(entry.Key) is ".yaml" or ".yml").Select(static entry => entry.Key).OrderBy(static name => name, StringComparer.Ordinal).Take(MostFiles))
        {
            if (files.Read(parent + "/" + name) is { } text && Keys(text) is { } keys && keys.Exists(wanted.Contains) && !keys.Exists(key => !wanted.Contains(key) && taken.Contains(key)))
            {
                found.Add(text);
                wanted.ExceptWith(keys);
                taken.UnionWith(keys);
            }
        }

        return found.Count == 0 ? null : new UserValues(found.ToImmutable(), []);
    }

    private static HashSet<string> Wanted(Chart chart)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in chart.Parsed.Files.SelectMany(TemplateWalk.Nodes))
        {
            var fields = node is FieldNode field ? field.Fields : node is VariableNode { Fields: var ofVariable } ? ofVariable : [];
            if (fields is ["Values", var key, ..] && !chart.Values.Entries.ContainsKey(key))
                wanted.Add(key);
        }

        return wanted;
    }

    /// <summary>The top keys of a values file; null for a Kubernetes object and for what is no values file.</summary>
    private static List<string>? Keys(SourceText text)
    {
        try
        {
            GoMap values = ValuesFile.Read(text);
            return values.Entries.ContainsKey("apiVersion") && values.Entries.ContainsKey("kind") ? null : [.. values.Entries.Keys];
        }
        catch (ChartException)
        {
            return null;
        }
    }
}
