using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Reflection;

/// <summary><c>kindOf</c>, <c>typeOf</c>, <c>deepEqual</c> and their kin.</summary>
internal static class ReflectionFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("typeOf", [ParameterKind.Any], null, static (_, arguments) => new GoString(arguments[0].TypeName)),
        new("typeIs", [ParameterKind.String, ParameterKind.Any], null, static (_, arguments) => GoBoolean.Of(arguments[1].TypeName == arguments.TextAt(0))),
        new("typeIsLike", [ParameterKind.String, ParameterKind.Any], null, TypeIsLike),
        new("kindOf", [ParameterKind.Any], null, static (_, arguments) => new GoString(KindName(arguments[0]))),
        new("kindIs", [ParameterKind.String, ParameterKind.Any], null, static (_, arguments) => GoBoolean.Of(KindName(arguments[1]) == arguments.TextAt(0))),
        new("deepEqual", [ParameterKind.Any, ParameterKind.Any], null, static (call, arguments) => GoBoolean.Of(DeepEquality.AreEqual(call.Budget, arguments[0], arguments[1]))),
    ];

    public static string KindName(GoValue value) => value.Kind switch
    {
        GoKind.Invalid => "invalid",
        GoKind.Bool => "bool",
        GoKind.Int => "int",
        GoKind.Int32 => "int32",
        GoKind.Int64 => "int64",
        GoKind.Uint8 => "uint8",
        GoKind.Float64 => "float64",
        GoKind.String => "string",
        GoKind.Slice => "slice",
        GoKind.Map => "map",
        GoKind.Struct => "struct",
        GoKind.Ptr => "ptr",
        _ => "func",
    };

    // A pointer to the type counts too.
    private static GoBoolean TypeIsLike(FunctionCall call, GoValue[] arguments)
    {
        var (wanted, name) = (arguments.TextAt(0), arguments[1].TypeName);
        return GoBoolean.Of(wanted == name || "*" + wanted == name);
    }
}
