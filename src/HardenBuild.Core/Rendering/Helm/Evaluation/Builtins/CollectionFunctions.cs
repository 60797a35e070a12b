using System.Globalization;
using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation.Builtins;

/// <summary>Go's functions of lists, maps and functions.</summary>
internal static class CollectionFunctions
{
    public static TemplateFunction Index { get; } = new("index", [ParameterKind.Reflected], ParameterKind.Reflected, (_, arguments) => Follow(arguments));

    public static TemplateFunction Length { get; } = new("len", [ParameterKind.Reflected], null, (_, arguments) => new GoInteger(Count(Plain(arguments[0]))));

    /// <summary>No chart can get hold of a function, so each call fails. The evaluator puts the written name of the argument first.</summary>
    public static TemplateFunction Call { get; } = new("call", [ParameterKind.Reflected], ParameterKind.Reflected, (_, arguments) => throw (arguments[1] is GoNil
        ? new FunctionException("call of nil")
        : new FunctionException($"non-function {((GoString)arguments[0]).Value} of type {arguments[1].TypeName}")));

    public static GoValue[] WithName(GoValue[] arguments, string name) => [new GoString(name), .. arguments];

    private static GoValue Follow(GoValue[] arguments)
    {
        var item = Plain(arguments[0]);
        if (item is GoNil)
            throw new FunctionException("index of untyped nil");
        for (var i = 1; i < arguments.Length; i++)
        {
            var index = arguments[i];
            item = item switch
            {
                GoMap map => Entry(map, index),
                GoList list => list.Items[Offset(index, list.Items.Count, "slice")],
                GoString text => Byte(text.Value, index),
                GoNil => throw new FunctionException("index of nil pointer"),
                _ => throw new FunctionException("can't index item of type " + item.TypeName),
            };
        }

        return item;
    }

    private static GoValue Plain(GoValue value) => value is GoObject { Underlying: { } underlying } ? underlying : value;

    private static GoValue Entry(GoMap map, GoValue key)
    {
        if (key is not GoString text)
            throw new FunctionException(key is GoNil ? "value is nil; should be of type string" : $"value has type {key.TypeName}; should be string");
        return map.Entries.TryGetValue(text.Value, out var value) ? value : TemplateEvaluator.Zero(map.ElementType);
    }

    private static GoInteger Byte(string text, GoValue index)
    {
        var bytes = Utf8Text.ToBytes(text);
        return new GoInteger(bytes[Offset(index, bytes.Length, "string")], GoKind.Uint8);
    }

    private static int Offset(GoValue index, int count, string kind)
    {
        if (index is GoNil)
            throw new FunctionException("cannot index slice/array with nil");
        if (index is not GoInteger { Value: var value })
            throw new FunctionException("cannot index slice/array with type " + index.TypeName);
        if (value < 0 || value > count)
            throw new FunctionException("index out of range: " + value.ToString(CultureInfo.InvariantCulture));
        // Go lets the length itself pass its check and fails behind it.
        return value < count ? (int)value : throw new FunctionException($"reflect: {kind} index out of range");
    }

    private static long Count(GoValue value) => value switch
    {
        GoString text => Utf8Text.Length(text.Value),
        GoList list => list.Items.Count,
        GoMap map => map.Entries.Count,
        GoNil { IsMissing: true } => throw new FunctionException("reflect: call of reflect.Value.Type on zero Value"),
        GoNil => throw new FunctionException("len of nil pointer"),
        _ => throw new FunctionException("len of type " + value.TypeName),
    };
}
