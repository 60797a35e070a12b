using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions;

/// <summary>Arguments that the evaluator has checked against the parameters.</summary>
internal static class Arguments
{
    public static GoString StringAt(this GoValue[] arguments, int index) => (GoString)arguments[index];

    public static string TextAt(this GoValue[] arguments, int index) => ((GoString)arguments[index]).Value;

    public static long IntegerAt(this GoValue[] arguments, int index) => ((GoInteger)arguments[index]).Value;

    public static bool BooleanAt(this GoValue[] arguments, int index) => ((GoBoolean)arguments[index]).Value;

    public static GoMap MapAt(this GoValue[] arguments, int index) => (GoMap)arguments[index];
}
