using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Dictionaries;

/// <summary><c>dig</c>: a value some levels down, or a default where a key is absent on the way.</summary>
internal static class Digging
{
    public static GoValue Dig(FunctionCall call, GoValue[] arguments)
    {
        if (arguments.Length < 3)
            throw new FunctionException("dig needs at least three arguments");
        var keys = arguments.Length - 2;
        var map = AsMap(arguments[arguments.Length - 1]);
        for (var i = 0; i < keys; i++)
        {
            if (arguments[i] is not GoString)
                throw Conversion(arguments[i], "string");
        }

        for (var i = 0; ; i++)
        {
            if (!map.Entries.TryGetValue(arguments.TextAt(i), out var step))
                return arguments[keys];
            if (i == keys - 1)
                return step;
            map = AsMap(step);
        }
    }

    // A type assertion in Go: the named type of .Values is another type.
    private static GoMap AsMap(GoValue value) =>
        value is GoMap { IsValues: false, ElementType: GoList.AnyType } map ? map : throw Conversion(value, "map[string]interface {}");

    private static FunctionException Conversion(GoValue value, string wanted) =>
        new($"interface conversion: interface {{}} is {(value is GoNil ? "nil" : value.TypeName)}, not {wanted}");
}
