using System.Collections.Immutable;
using System.Globalization;
using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>What Helm reads of a rendered document. Absent strings are empty.</summary>
/// <param name="Hook">The annotation <c>helm.sh/hook</c>; null where there is none.</param>
internal sealed record ManifestHead(string ApiVersion, string Kind, string Name, string? Hook)
{
    /// <summary>Reads the head of a document.</summary>
    /// <param name="errorAt">Where the document is wrong, as an offset in it.</param>
    /// <returns>Null where the document is not YAML or not shaped like a Kubernetes object; <paramref name="error"/> then has Helm's words.</returns>
    public static ManifestHead? Read(string document, out string error, out int errorAt)
    {
        var reading = YamlValueReader.Read(document, origins: null, maximumDocuments: 1, new ManifestFilter());
        errorAt = reading.ErrorAt;
        if (reading.Error is not null)
        {
            error = "error converting YAML to JSON: " + reading.Error;
            return null;
        }

        errorAt = 0;
        try
        {
            error = "";
            return Read(reading.Value);
        }
        catch (FormatException e)
        {
            error = "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal " + e.Message;
            return null;
        }
    }

    private static ManifestHead Read(GoValue root)
    {
        if (root is not GoMap map)
            return root is GoNil ? new ManifestHead("", "", "", null) : throw new FormatException($"{JsonType(root)} into Go value of type util.SimpleHead");
        var (name, hook) = ("", (string?)null);
        switch (Find(map, "metadata"))
        {
            case null or GoNil:
                break;
            case GoMap metadata:
                name = Text(metadata, "name", ".metadata.name");
                hook = ReadHook(metadata);
                break;
            case { } other:
                throw new FormatException($"{JsonType(other)} into Go struct field SimpleHead.metadata of type struct {{ Name string \"json:\\\"name\\\"\"; Annotations map[string]string \"json:\\\"annotations\\\"\" }}");
        }

        return new ManifestHead(Text(map, "apiVersion", "SimpleHead.apiVersion"), Text(map, "kind", "SimpleHead.kind"), name, hook);
    }

    private static string? ReadHook(GoMap metadata)
    {
        const string Field = ".metadata.annotations";
        switch (Find(metadata, "annotations"))
        {
            case null or GoNil:
                return null;
            case GoMap annotations:
                foreach (var entry in annotations.Entries)
                    Text(entry.Value, Field);
                return annotations.Entries.TryGetValue(HelmHooks.Annotation, out var hook) ? Text(hook, Field) : null;
            case { } other:
                throw new FormatException($"{JsonType(other)} into Go struct field {Field} of type map[string]string");
        }
    }

    private static GoValue? Find(GoMap map, string name)
    {
        if (map.Entries.TryGetValue(name, out var exact))
            return exact;
        // Go's decoder takes names in any case.
        foreach (var entry in map.Entries)
        {
            if (string.Equals(entry.Key, name, StringComparison.OrdinalIgnoreCase))
                return entry.Value;
        }

        return null;
    }

    private static string Text(GoMap map, string name, string field) => Find(map, name) is { } value ? Text(value, field) : "";

    private static string Text(GoValue value, string field) => value switch
    {
        GoString text => text.Value,
        GoNil => "",
        GoBoolean flag => flag.Value ? "true" : "false",
        GoFloat { Value: var number } when Math.Abs(number) < 1e15 && Math.Floor(number) == number => ((long)number).ToString(CultureInfo.InvariantCulture),
        GoFloat number => GoNumberText.General(number.Value),
        _ => throw new FormatException($"{JsonType(value)} into Go struct field {field} of type string"),
    };

    private static string JsonType(GoValue value) => value switch
    {
        GoMap => "object",
        GoList => "array",
        GoBoolean => "bool",
        GoFloat or GoInteger => "number",
        _ => "string",
    };
}
