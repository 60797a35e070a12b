using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Toml;

/// <summary><c>toToml</c> and <c>fromToml</c>.</summary>
internal static class TomlFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("toToml", [ParameterKind.Any], null, ToToml),
        new("mustToToml", [ParameterKind.Any], null, MustToToml),
        new("fromToml", [ParameterKind.String], null, FromToml),
    ];

    // An error's text is the result.
    private static GoString ToToml(FunctionCall call, GoValue[] arguments)
    {
        try
        {
            return new GoString(new TomlWriter(call.Budget).Write(arguments[0]), call.IsTracing ? ArgumentOrigins.OfAll(arguments[0]) : null);
        }
        catch (UnwritableValueException exception)
        {
            return new GoString(exception.Message);
        }
    }

    private static GoString MustToToml(FunctionCall call, GoValue[] arguments)
    {
        try
        {
            return new GoString(new TomlWriter(call.Budget).Write(arguments[0]), call.IsTracing ? ArgumentOrigins.OfAll(arguments[0]) : null);
        }
        catch (UnwritableValueException exception)
        {
            throw new FunctionException(exception.Message);
        }
    }

    private static GoMap FromToml(FunctionCall call, GoValue[] arguments)
    {
        try
        {
            return new TomlReader(arguments.TextAt(0)).Read();
        }
        catch (UnwritableValueException exception)
        {
            var map = new GoMap();
            map.Entries.Add("Error", new GoString(exception.Message));
            return map;
        }
    }
}
