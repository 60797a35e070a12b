using HardenBuild.Rendering.Helm.Functions.Yaml;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Json;

/// <summary><c>toJson</c>, <c>fromJson</c> and their kin: Helm's where Helm replaces Sprig's.</summary>
internal static class JsonFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("toJson", [ParameterKind.Any], null, static (call, arguments) => Write(call, arguments[0], JsonStyle.Standard)),
        new("toPrettyJson", [ParameterKind.Any], null, static (call, arguments) => Write(call, arguments[0], JsonStyle.Pretty)),
        new("toRawJson", [ParameterKind.Any], null, static (call, arguments) => Write(call, arguments[0], JsonStyle.Raw)),
        new("mustToJson", [ParameterKind.Any], null, static (call, arguments) => MustWrite(call, arguments[0], JsonStyle.Standard)),
        new("mustToPrettyJson", [ParameterKind.Any], null, static (call, arguments) => MustWrite(call, arguments[0], JsonStyle.Pretty)),
        new("mustToRawJson", [ParameterKind.Any], null, static (call, arguments) => MustWrite(call, arguments[0], JsonStyle.Raw)),
        new("fromJson", [ParameterKind.String], null, FromJson),
        new("fromJsonArray", [ParameterKind.String], null, FromJsonArray),
        new("mustFromJson", [ParameterKind.String], null, MustFromJson),
    ];

    private static GoString Write(FunctionCall call, GoValue value, JsonStyle style)
    {
        try
        {
            return ToString(call, value, style);
        }
        catch (UnwritableValueException)
        {
            return GoString.Empty;
        }
    }

    private static GoString MustWrite(FunctionCall call, GoValue value, JsonStyle style)
    {
        try
        {
            return ToString(call, value, style);
        }
        catch (UnwritableValueException exception)
        {
            throw new FunctionException(exception.Message);
        }
    }

    private static GoString ToString(FunctionCall call, GoValue value, JsonStyle style) => new(new JsonWriter(call, style).Write(value), value.Origin);

    private static GoMap FromJson(FunctionCall call, GoValue[] arguments)
    {
        try
        {
            return Read(call, arguments) switch
            {
                GoMap map => map,
                GoNil => new GoMap(),
                var value => Failed(Mismatch(value, "map[string]interface {}")),
            };
        }
        catch (UnwritableValueException exception)
        {
            return Failed(exception.Message);
        }
    }

    private static GoList FromJsonArray(FunctionCall call, GoValue[] arguments)
    {
        try
        {
            return Read(call, arguments) switch
            {
                GoList list => list,
                GoNil => new GoList([]),
                var value => new GoList([new GoString(Mismatch(value, "[]interface {}"))]),
            };
        }
        catch (UnwritableValueException exception)
        {
            return new GoList([new GoString(exception.Message)]);
        }
    }

    private static GoValue MustFromJson(FunctionCall call, GoValue[] arguments)
    {
        try
        {
            return Read(call, arguments);
        }
        catch (UnwritableValueException exception)
        {
            throw new FunctionException(exception.Message);
        }
    }

    private static GoValue Read(FunctionCall call, GoValue[] arguments)
    {
        var text = arguments.StringAt(0);
        call.Budget.RequireLength(text.Value.Length);
        TracedText? traced = call.IsTracing ? call.Traced(text) : null;
        return new JsonReader(text.Value, traced is { IsTraced: true } ? new TracedOrigins(traced) : null).Read();
    }

    private static string Mismatch(GoValue value, string wanted) => $"json: cannot unmarshal {YamlFunctions.JsonType(value)} into Go value of type {wanted}";

    private static GoMap Failed(string error)
    {
        var map = new GoMap();
        map.Entries.Add("Error", new GoString(error));
        return map;
    }
}
