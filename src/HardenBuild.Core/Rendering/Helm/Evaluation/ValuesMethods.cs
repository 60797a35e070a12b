using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>The methods of Helm's type of <c>.Values</c>.</summary>
internal static class ValuesMethods
{
    /// <summary>Null where the type has no method of the name.</summary>
    /// <param name="functions">Where <c>toYaml</c> is found.</param>
    public static TemplateFunction? Find(GoMap values, string name, FunctionTable functions) => name switch
    {
        "AsMap" => new TemplateFunction(name, [], null, (_, _) => new GoMap(values.Entries)),
        "Table" => new TemplateFunction(name, [ParameterKind.String], null, (_, arguments) => Table(values, Text(arguments))),
        "PathValue" => new TemplateFunction(name, [ParameterKind.String], null, (_, arguments) => PathValue(values, Text(arguments))),
        "YAML" when functions.Find("toYaml") is { } toYaml => new TemplateFunction(name, [], null, (call, _) => Yaml(values, toYaml, call)),
        _ => null,
    };

    private static string Text(GoValue[] arguments) => ((GoString)arguments[0]).Value;

    private static GoMap Table(GoMap values, string path)
    {
        var table = values;
        foreach (var key in path.Split('.'))
        {
            table = table.Entries.TryGetValue(key, out var value) && value is GoMap inner
                ? inner
                : throw new FunctionException(GoQuoting.Quote(key) + " is not a table");
        }

        return new GoMap(table.Entries, table.ElementType, table.Origin, isValues: true);
    }

    private static GoValue PathValue(GoMap values, string path)
    {
        if (path.Length == 0)
            throw new FunctionException("YAML path cannot be empty");
        var table = values;
        var keys = path.Split('.');
        for (var i = 0; i < keys.Length; i++)
        {
            if (!table.Entries.TryGetValue(keys[i], out var value) || value is GoMap != i < keys.Length - 1)
                break;
            if (value is not GoMap inner)
                return value;
            table = inner;
        }

        throw new FunctionException(GoQuoting.Quote(keys[keys.Length - 1]) + " is not a value");
    }

    // The method keeps the final line feed that the function takes away.
    private static GoString Yaml(GoMap values, TemplateFunction toYaml, FunctionCall call)
    {
        var text = (GoString)toYaml.Body(call, [values]);
        return new GoString(text.Value + "\n");
    }
}
