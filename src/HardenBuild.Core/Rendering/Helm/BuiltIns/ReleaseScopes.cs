using HardenBuild.Model.Docker.Context;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary>Gives the templates of each chart of a release what they see as <c>.</c>.</summary>
/// <remarks>Helm's recAllTpls (pkg/engine/engine.go).</remarks>
internal sealed class ReleaseScopes
{
    private readonly RenderOptions _options;
    private readonly GoObject _capabilities;
    private readonly GoMap _release;
    private readonly List<ChartTemplateFile> _templates = [];

    private ReleaseScopes(RenderOptions options)
    {
        _options = options;
        _capabilities = CapabilitiesObject.Of(options);
        _release = new GoMap();
        _release.Entries["Name"] = new GoString(options.ReleaseName);
        _release.Entries["Namespace"] = new GoString(options.Namespace);
        _release.Entries["IsUpgrade"] = GoBoolean.False;
        _release.Entries["IsInstall"] = GoBoolean.True;
        _release.Entries["Revision"] = new GoInteger(1);
        _release.Entries["Service"] = new GoString("Helm");
    }

    /// <summary>The templates in the order in which Helm parses and runs them: deeper paths first, then by descending name.</summary>
    /// <param name="values">Those of the release, coalesced.</param>
    public static List<ChartTemplateFile> Of(ChartInstance root, GoMap values, RenderOptions options)
    {
        var scopes = new ReleaseScopes(options);
        scopes.Add(root, values);
        scopes._templates.Sort(Compare);
        return scopes._templates;
    }

    private static int Compare(ChartTemplateFile left, ChartTemplateFile right)
    {
        var depth = Depth(right.Name).CompareTo(Depth(left.Name));
        return depth != 0 ? depth : string.CompareOrdinal(right.Name, left.Name);
    }

    private static int Depth(string name)
    {
        var slashes = 0;
        foreach (var c in name)
        {
            if (c == '/')
                slashes++;
        }

        return slashes;
    }

    private GoMap Add(ChartInstance chart, GoMap values)
    {
        // The maps beneath stay shared: what a template sets in its values, its parent's templates see.
        var own = new GoMap(values.Entries, values.ElementType, values.Origin, isValues: true);
        var subcharts = new GoMap();
        var scope = new GoMap();
        scope.Entries["Chart"] = ChartObject.Of(chart, _options.Helm);
        scope.Entries["Files"] = FilesObject.Of(chart.Chart);
        scope.Entries["Release"] = _release;
        scope.Entries["Capabilities"] = _capabilities;
        scope.Entries["Values"] = own;
        scope.Entries["Subcharts"] = subcharts;
        foreach (var subchart in chart.Subcharts)
            subcharts.Entries[subchart.Name] = Add(subchart, ValuesPath.Table(own, subchart.Name) ?? new GoMap());
        var path = chart.FullPath;
        foreach (var file in chart.Chart.Templates)
        {
            if (!chart.Chart.Metadata.IsLibrary || CleanPath.Name(file.Name) is ['_', ..])
                _templates.Add(new ChartTemplateFile(path + "/" + file.Name, path + "/templates", file, scope, chart.Condition));
        }

        return scope;
    }
}
