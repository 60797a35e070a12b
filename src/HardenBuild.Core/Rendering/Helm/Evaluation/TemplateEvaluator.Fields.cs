using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rendering.Helm.Evaluation;

internal sealed partial class TemplateEvaluator
{
    /// <summary>Follows fields from a receiver. The last one may be a method, which gets the arguments.</summary>
    /// <param name="words">The command, whose arguments follow the first word; null where there is none.</param>
    private Operand Follow(Operand receiver, GoTemplateNode node, string[] fields, GoTemplateNode[]? words, Operand dot, Operand final)
    {
        for (var i = 0; i < fields.Length - 1; i++)
            receiver = Field(receiver, fields[i], node, null, dot, default);
        return Field(receiver, fields[fields.Length - 1], node, words, dot, final);
    }

    private Operand Field(Operand receiver, string name, GoTemplateNode node, GoTemplateNode[]? words, Operand dot, Operand final)
    {
        switch (receiver.Value)
        {
            case GoMap map:
                if (map.IsValues && ValuesMethods.Find(map, name, _functions) is { } valuesMethod)
                    return Call(valuesMethod, name, node, words, dot, final);
                if (HasArguments(words, final))
                    throw Error(name + " is not a method but has arguments");
                return map.Entries.TryGetValue(name, out var value)
                    ? new Operand(value, IsBoxed(map))
                    : new Operand(Zero(map.ElementType), IsBoxed(map));
            case GoNil { IsMissing: true }:
                return Operand.Missing;
            case GoNil:
                throw Error($"nil pointer evaluating interface {{}}.{name}");
            case GoObject structure:
                if (structure.Method(name) is { } method)
                    return Call(method, name, node, words, dot, final);
                if (structure.Field(name) is not { } field)
                    break;
                return HasArguments(words, final)
                    ? throw Error(name + " has arguments but cannot be invoked as function")
                    : new Operand(field, false);
        }

        throw Error($"can't evaluate field {name} in type {(receiver.IsBoxed ? GoList.AnyType : receiver.Value!.TypeName)}");
    }

    private static bool HasArguments(GoTemplateNode[]? words, Operand final) => words is { Length: > 1 } || !final.IsAbsent;

    private static bool IsBoxed(GoMap map) => ReferenceEquals(map.ElementType, GoList.AnyType) || map.ElementType == GoList.AnyType;

    /// <summary>What a map gives for a key that it does not hold (Helm sets <c>missingkey=zero</c>): the zero of its values' type.</summary>
    internal static GoValue Zero(string type) => type switch
    {
        GoList.AnyType => GoNil.Null,
        "string" => GoString.Empty,
        "bool" => GoBoolean.False,
        "int" => new GoInteger(0),
        "float64" => new GoFloat(0),
        _ when type.StartsWith("[]", StringComparison.Ordinal) => new GoList([], type.Substring(2)),
        _ when type.StartsWith("map[string]", StringComparison.Ordinal) => new GoMap(new Dictionary<string, GoValue>(StringComparer.Ordinal), type.Substring("map[string]".Length)),
        _ => GoNil.Null,
    };
}
