using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary>Makes <c>.Chart</c>: a struct in Helm 3, a map with the names of its fields in Helm 4.</summary>
internal sealed class ChartObject
{
    private readonly bool _isMap;

    private ChartObject(HelmVersion version) => _isMap = version.HasChartMap;

    public static GoValue Of(ChartInstance chart, HelmVersion version) => new ChartObject(version).Make(chart);

    private GoValue Make(ChartInstance chart)
    {
        var metadata = chart.Chart.Metadata;
        GoValue Text(string text, string field) => new GoString(text, OriginOf(metadata, field));

        // The order of Helm's chart.Metadata.
        return Value(
            "struct { chart.Metadata; IsRoot bool }",
            [
                // An alias is the name that templates see.
                ("Name", chart.Name == metadata.Name ? Text(metadata.Name, "name") : new GoString(chart.Name)),
                ("Home", Text(metadata.Home, "home")),
                ("Sources", Texts(metadata.Sources)),
                ("Version", Text(metadata.Version, "version")),
                ("Description", Text(metadata.Description, "description")),
                ("Keywords", Texts(metadata.Keywords)),
                ("Maintainers", Structs(metadata.Maintainers.Select(Maintainer))),
                ("Icon", Text(metadata.Icon, "icon")),
                ("APIVersion", Text(metadata.ApiVersion, "apiVersion")),
                ("Condition", Text(metadata.Condition, "condition")),
                ("Tags", Text(metadata.Tags, "tags")),
                ("AppVersion", Text(metadata.AppVersion, "appVersion")),
                ("Deprecated", GoBoolean.Of(metadata.IsDeprecated)),
                ("Annotations", Annotations(metadata)),
                ("KubeVersion", Text(metadata.KubeVersion, "kubeVersion")),
                ("Dependencies", Structs(chart.Dependencies.Select(Dependency))),
                ("Type", Text(metadata.Type, "type")),
                ("IsRoot", GoBoolean.Of(chart.Parent is null)),
            ]);
    }

    private GoValue Maintainer(ChartMaintainer maintainer) => Value(
        "*chart.Maintainer",
        [("Name", new GoString(maintainer.Name)), ("Email", new GoString(maintainer.Email)), ("URL", new GoString(maintainer.Url))]);

    private GoValue Dependency(DependencyState state)
    {
        var dependency = state.Dependency;
        return Value(
            "*chart.Dependency",
            [
                ("Name", new GoString(state.Name)),
                ("Version", new GoString(dependency.Version)),
                ("Repository", new GoString(dependency.Repository)),
                ("Condition", new GoString(dependency.Condition)),
                ("Tags", Texts(dependency.Tags)),
                ("Enabled", GoBoolean.Of(state.IsEnabled)),
                ("ImportValues", new GoList([.. dependency.ImportValues])),
                ("Alias", new GoString(dependency.Alias)),
            ]);
    }

    private GoValue Value(string typeName, (string Name, GoValue Value)[] fields)
    {
        if (!_isMap)
            return new StructObject(typeName, fields) { JsonName = JsonName };
        var map = new GoMap();
        foreach (var field in fields)
            map.Entries[field.Name] = field.Value;
        return map;
    }

    private static string JsonName(string field) => field switch
    {
        "APIVersion" => "apiVersion",
        "URL" => "url",
        "ImportValues" => "import-values",
        "IsRoot" => field,
        _ => char.ToLowerInvariant(field[0]) + field.Substring(1),
    };

    private static GoList Structs(IEnumerable<GoValue> values) => new([.. values]);

    private GoList Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => new GoString(text))], _isMap ? GoList.AnyType : "string");

    private static GoMap Annotations(ChartMetadata metadata)
    {
        var annotations = new GoMap(new Dictionary<string, GoValue>(StringComparer.Ordinal), "string");
        foreach (var entry in metadata.Annotations)
            annotations.Entries[entry.Key] = new GoString(entry.Value);
        return annotations;
    }

    private static ValueOrigin? OriginOf(ChartMetadata metadata, string field) =>
        metadata.Fields.Entries.TryGetValue(field, out var value) ? value.Origin : null;
}
