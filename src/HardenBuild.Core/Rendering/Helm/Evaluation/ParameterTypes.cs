using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>What fits a parameter: Go's assignability.</summary>
internal static class ParameterTypes
{
    public static string NameOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Reflected => "reflect.Value",
        ParameterKind.String => "string",
        ParameterKind.Int => "int",
        ParameterKind.Int64 => "int64",
        ParameterKind.Float64 => "float64",
        ParameterKind.Bool => "bool",
        ParameterKind.Map => "map[string]interface {}",
        ParameterKind.List => "[]interface {}",
        ParameterKind.Strings => "[]string",
        ParameterKind.Time => "time.Time",
        _ => GoList.AnyType,
    };

    public static bool Fits(GoValue value, ParameterKind kind) => kind switch
    {
        ParameterKind.Any or ParameterKind.Reflected => true,
        ParameterKind.String => value is GoString,
        ParameterKind.Int or ParameterKind.Int64 => value is GoInteger && value.TypeName == NameOf(kind),
        ParameterKind.Float64 => value is GoFloat,
        ParameterKind.Bool => value is GoBoolean,
        // The type of .Values is another name for the same map.
        ParameterKind.Map => value is GoMap map && (map.IsValues || map.ElementType == GoList.AnyType),
        ParameterKind.List => value is GoList { ElementType: GoList.AnyType },
        ParameterKind.Strings => value is GoList { ElementType: "string" },
        _ => value.TypeName == NameOf(kind),
    };

    /// <summary>What stands for nothing; null where the type has no nil.</summary>
    public static GoValue? ZeroOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Any => GoNil.Null,
        ParameterKind.Reflected => GoNil.Missing,
        ParameterKind.Map => new GoMap(),
        ParameterKind.List => new GoList([]),
        ParameterKind.Strings => new GoList([], "string"),
        _ => null,
    };
}
