using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Flow;

/// <summary>Functions that choose a value or stop the render, and those that would ask a cluster or a name server.</summary>
internal static class FlowFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("default", [ParameterKind.Any], ParameterKind.Any, static (_, arguments) => arguments.Length > 1 && arguments[1].IsTrue ? arguments[1] : arguments[0]),
        new("empty", [ParameterKind.Any], null, static (_, arguments) => GoBoolean.Of(!arguments[0].IsTrue)),
        new("coalesce", [], ParameterKind.Any, static (_, arguments) => FirstTrue(arguments) ?? GoNil.Null),
        new("all", [], ParameterKind.Any, static (_, arguments) => GoBoolean.Of(AreAllTrue(arguments))),
        new("any", [], ParameterKind.Any, static (_, arguments) => GoBoolean.Of(FirstTrue(arguments) is not null)),
        new("ternary", [ParameterKind.Any, ParameterKind.Any, ParameterKind.Bool], null, static (_, arguments) => arguments.BooleanAt(2) ? arguments[0] : arguments[1]),
        new("required", [ParameterKind.String, ParameterKind.Any], null, Required),
        new("fail", [ParameterKind.String], null, static (_, arguments) => throw new FunctionException(arguments.TextAt(0))),
        new("lookup", [ParameterKind.String, ParameterKind.String, ParameterKind.String, ParameterKind.String], null, static (_, _) => new GoMap()),
        new("getHostByName", [ParameterKind.String], null, static (_, _) => GoString.Empty),
        new("hello", [], null, static (_, _) => new GoString("Hello!")),
    ];

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
