using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Reads a values file.</summary>
internal static class ValuesFile
{
    /// <summary>The values; the documents of a file are merged, later ones win.</summary>
    /// <exception cref="ChartException">The file is not YAML, or a document of it is no mapping.</exception>
    public static GoMap Read(SourceText source)
    {
        var reading = YamlValueReader.ReadFile(source);
        if (reading.Error is { } error)
            throw new ChartException(ChartErrorKind.Unreadable, source.At(new TextSpan(Math.Min(reading.ErrorAt, source.Length), 0)), "error converting YAML to JSON: " + error);
        GoMap? values = null;
        foreach (var document in reading.Documents)
        {
            switch (document)
            {
                case GoNil:
                    break;
                case GoMap map:
                    values = values is null ? map : ValuesMerge.Of(values, map);
                    break;
                default:
                    var found = document is GoList ? "array" : document is GoString ? "string" : document is GoBoolean ? "bool" : "number";
                    throw new ChartException(
                        ChartErrorKind.Unreadable,
                        document.Origin?.Location ?? source.At(new TextSpan(0, 0)),
                        $"error unmarshaling JSON: while decoding JSON: json: cannot unmarshal {found} into Go value of type map[string]interface {{}}");
            }
        }

        return values ?? new GoMap();
    }
}
