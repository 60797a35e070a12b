using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Flow;

/// <summary>Functions that choose a value or stop the render, and those that would ask a cluster or a name server.</summary>
internal static class FlowFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("default", [ParameterKind.Any], ParameterKind.Any, Default),
        new("empty", [ParameterKind.Any], null, static (_, arguments) => GoBoolean.Of(!arguments[0].IsTrue)),
        new("coalesce", [], ParameterKind.Any, Coalesce),
        new("all", [], ParameterKind.Any, static (_, arguments) => GoBoolean.Of(AreAllTrue(arguments))),
        new("any", [], ParameterKind.Any, static (_, arguments) => GoBoolean.Of(FirstTrue(arguments) is not null)),
        new("ternary", [ParameterKind.Any, ParameterKind.Any, ParameterKind.Bool], null, static (call, arguments) => Choose(call, arguments.BooleanAt(2) ? arguments[0] : arguments[1], arguments[2])),
        new("required", [ParameterKind.String, ParameterKind.Any], null, Required),
        new("fail", [ParameterKind.String], null, static (_, arguments) => throw new FunctionException(arguments.TextAt(0))),
        new("lookup", [ParameterKind.String, ParameterKind.String, ParameterKind.String, ParameterKind.String], null, static (_, _) => new GoMap()),
        new("getHostByName", [ParameterKind.String], null, static (_, _) => GoString.Empty),
        new("hello", [], null, static (_, _) => new GoString("Hello!")),
    ];

    private static GoValue Default(FunctionCall call, GoValue[] arguments) =>
        arguments.Length > 1 && arguments[1].IsTrue ? arguments[1] : arguments.Length > 1 ? Choose(call, arguments[0], arguments[1]) : arguments[0];

    private static GoValue Coalesce(FunctionCall call, GoValue[] arguments)
    {
        var first = FirstTrue(arguments) ?? GoNil.Null;
        var chosen = first;
        foreach (var argument in arguments)
        {
            if (ReferenceEquals(argument, first))
                break;
            chosen = Choose(call, chosen, argument);
        }

        return chosen;
    }

    private static GoValue Choose(FunctionCall call, GoValue chosen, GoValue tested) => call.IsTracing ? ArgumentOrigins.Chosen(chosen, ArgumentOrigins.Of(tested)) : chosen;

    private static GoValue? FirstTrue(GoValue[] arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.IsTrue)
                return argument;
        }

        return null;
    }

    private static bool AreAllTrue(GoValue[] arguments)
    {
        foreach (var argument in arguments)
        {
            if (!argument.IsTrue)
                return false;
        }

        return true;
    }

    // False and 0 pass.
    private static GoValue Required(FunctionCall call, GoValue[] arguments) =>
        arguments[1] is GoNil or GoString { Value: "" } ? throw new FunctionException(arguments.TextAt(0)) : arguments[1];
}
