using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary><c>toYaml</c>, <c>fromYaml</c> and their kin.</summary>
internal static class YamlFunctions
{
    private const string CannotUnmarshal = "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ";

    public static TemplateFunction[] All { get; } =
    [
        new("toYaml", [ParameterKind.Any], null, static (call, arguments) => Write(call, arguments[0], YamlStyle.Standard) ?? GoString.Empty),
        new("mustToYaml", [ParameterKind.Any], null, static (call, arguments) => MustWrite(call, arguments[0])),
        new("toYamlPretty", [ParameterKind.Any], null, static (call, arguments) => Write(call, arguments[0], YamlStyle.Pretty) ?? GoString.Empty),
        new("fromYaml", [ParameterKind.String], null, FromYaml),
        new("fromYamlArray", [ParameterKind.String], null, FromYamlArray),
    ];

    // Helm swallows the errors of toYaml.
    private static GoString? Write(FunctionCall call, GoValue value, YamlStyle style)
    {
        try
        {
            return ToString(call, value, style);
        }
        catch (UnwritableValueException)
        {
            return null;
        }
    }

    private static GoString MustWrite(FunctionCall call, GoValue value)
    {
        try
        {
            return ToString(call, value, YamlStyle.Standard);
        }
        catch (UnwritableValueException exception)
        {
            throw new FunctionException("error marshaling into JSON: " + exception.Message);
        }
    }

    private static GoString ToString(FunctionCall call, GoValue value, YamlStyle style)
    {
        var text = new YamlEmitter(call, style).Write(value);
        return new GoString(text.Substring(0, text.Content.Length - 1), value.Origin, value is GoString { IsStandIn: true });
    }

    private static GoMap FromYaml(FunctionCall call, GoValue[] arguments)
    {
        var reading = Read(call, arguments);
        return (reading.Error, reading.Value) switch
        {
            ({ } error, _) => Failed("error converting YAML to JSON: " + error),
            (_, GoMap map) => map,
            (_, GoNil) => new GoMap(),
            (_, var value) => Failed(CannotUnmarshal + JsonType(value) + " into Go value of type map[string]interface {}"),
        };
    }

    private static GoList FromYamlArray(FunctionCall call, GoValue[] arguments)
    {
        var reading = Read(call, arguments);
        return (reading.Error, reading.Value) switch
        {
            ({ } error, _) => new GoList([new GoString("error converting YAML to JSON: " + error)]),
            (_, GoList list) => list,
            (_, GoNil) => new GoList([]),
            (_, var value) => new GoList([new GoString(CannotUnmarshal + JsonType(value) + " into Go value of type []interface {}")]),
        };
    }

    private static YamlReading Read(FunctionCall call, GoValue[] arguments)
    {
        var text = arguments.StringAt(0);
        call.Budget.RequireLength(text.Value.Length);
        return call.IsTracing ? YamlValueReader.ReadText(call.Traced(text), isTracing: true) : call.YamlTexts.Read(text.Value, call.Budget);
    }

    private static GoMap Failed(string error)
    {
        var map = new GoMap();
        map.Entries.Add("Error", new GoString(error));
        return map;
    }

    internal static string JsonType(GoValue value) => value switch
    {
        GoMap => "object",
        GoList => "array",
        GoString => "string",
        GoBoolean => "bool",
        _ => "number",
    };
}
