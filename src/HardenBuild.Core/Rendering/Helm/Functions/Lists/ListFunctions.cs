using HardenBuild.Rendering.Helm.Functions.Reflection;
using HardenBuild.Rendering.Helm.Functions.Strings;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Lists;

/// <summary>Sprig's functions on lists. All but <c>slice</c> copy.</summary>
internal static class ListFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("list", [], ParameterKind.Any, List),
        new("tuple", [], ParameterKind.Any, List),
        .. WithMust("append", [ParameterKind.Any, ParameterKind.Any], null, Append),
        .. WithMust("push", [ParameterKind.Any, ParameterKind.Any], null, Append),
        .. WithMust("prepend", [ParameterKind.Any, ParameterKind.Any], null, Prepend),
        new("concat", [], ParameterKind.Any, Concat),
        .. WithMust("first", [ParameterKind.Any], null, static (_, arguments) => Items(arguments[0], "find first on").Items is { Count: > 0 } items ? items[0] : GoNil.Null),
        .. WithMust("last", [ParameterKind.Any], null, static (_, arguments) => Items(arguments[0], "find last on").Items is { Count: > 0 } items ? items[items.Count - 1] : GoNil.Null),
        .. WithMust("rest", [ParameterKind.Any], null, static (call, arguments) => Part(call, Items(arguments[0], "find rest on"), 1, 0)),
        .. WithMust("initial", [ParameterKind.Any], null, static (call, arguments) => Part(call, Items(arguments[0], "find initial on"), 0, 1)),
        .. WithMust("reverse", [ParameterKind.Any], null, Reverse),
        .. WithMust("compact", [ParameterKind.Any], null, Compact),
        .. WithMust("uniq", [ParameterKind.Any], null, Uniq),
        .. WithMust("without", [ParameterKind.Any], ParameterKind.Any, Without),
        .. WithMust("has", [ParameterKind.Any, ParameterKind.Any], null, Has),
        .. WithMust("slice", [ParameterKind.Any], ParameterKind.Any, Slicing.Slice),
        .. WithMust("chunk", [ParameterKind.Int, ParameterKind.Any], null, Slicing.Chunk),
        new("sortAlpha", [ParameterKind.Any], null, SortAlpha),
    ];

    /// <summary>The list; anything else is an error in Sprig's words.</summary>
    internal static GoList Items(GoValue value, string action) => value switch
    {
        GoList list => list,
        GoNil => throw new FunctionException("runtime error: invalid memory address or nil pointer dereference"),
        _ => throw new FunctionException($"Cannot {action} type {ReflectionFunctions.KindName(value)}"),
    };

    // The plain form panics with the error that the other one returns: Helm says the same of both.
    private static TemplateFunction[] WithMust(string name, ParameterKind[] parameters, ParameterKind? rest, FunctionBody body) =>
    [
        new(name, parameters, rest, body),
        new("must" + char.ToUpperInvariant(name[0]) + name.Substring(1), parameters, rest, body),
    ];

    private static GoList List(FunctionCall call, GoValue[] arguments)
    {
        var items = new List<GoValue>(arguments.Length);
        foreach (var argument in arguments)
            items.Add(AsItem(argument));
        return new GoList(items);
    }

    private static GoList Append(FunctionCall call, GoValue[] arguments)
    {
        var list = Items(arguments[0], "push on");
        var items = Copy(call, list, 1);
        items.AddRange(list.Items);
        items.Add(AsItem(arguments[1]));
        return new GoList(items, origin: list.Origin);
    }

    private static GoList Prepend(FunctionCall call, GoValue[] arguments)
    {
        var list = Items(arguments[0], "prepend on");
        var items = Copy(call, list, 1);
        items.Add(AsItem(arguments[1]));
        items.AddRange(list.Items);
        return new GoList(items, origin: list.Origin);
    }

    private static GoList Concat(FunctionCall call, GoValue[] arguments)
    {
        List<GoValue> items = [];
        foreach (var argument in arguments)
        {
            if (argument is not GoList list)
            {
                throw new FunctionException(argument is GoNil
                    ? "runtime error: invalid memory address or nil pointer dereference"
                    : $"Cannot concat type {ReflectionFunctions.KindName(argument)} as list");
            }

            call.Budget.RequireItems((long)items.Count + list.Items.Count);
            items.AddRange(list.Items);
        }

        return new GoList(items);
    }

    private static GoList Part(FunctionCall call, GoList list, int skipped, int dropped)
    {
        var count = Math.Max(0, list.Items.Count - skipped - dropped);
        call.Budget.RequireItems(count);
        return new GoList(count == 0 ? [] : list.Items.GetRange(skipped, count), origin: list.Origin);
    }

    private static GoList Reverse(FunctionCall call, GoValue[] arguments)
    {
        var list = Items(arguments[0], "find reverse on");
        var items = Copy(call, list, 0);
        items.AddRange(list.Items);
        items.Reverse();
        return new GoList(items, origin: list.Origin);
    }

    private static GoList Compact(FunctionCall call, GoValue[] arguments)
    {
        var list = Items(arguments[0], "compact on");
        var items = Copy(call, list, 0);
        foreach (var item in list.Items)
        {
            if (item.IsTrue)
                items.Add(item);
        }

        return new GoList(items, origin: list.Origin);
    }

    private static GoList Uniq(FunctionCall call, GoValue[] arguments)
    {
        var list = Items(arguments[0], "find uniq on");
        var items = Copy(call, list, 0);
        // Texts, the usual case, need no search through all that were found.
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is GoString text ? texts.Add(text.Value) : !IsIn(call, items, item))
                items.Add(item);
        }

        return new GoList(items, origin: list.Origin);
    }

    private static GoList Without(FunctionCall call, GoValue[] arguments)
    {
        var list = Items(arguments[0], "find without on");
        var items = Copy(call, list, 0);
        foreach (var item in list.Items)
        {
            var isOmitted = false;
            for (var i = 1; i < arguments.Length && !isOmitted; i++)
                isOmitted = DeepEquality.AreEqual(call.Budget, arguments[i], item);
            if (!isOmitted)
                items.Add(item);
        }

        return new GoList(items, origin: list.Origin);
    }

    private static GoBoolean Has(FunctionCall call, GoValue[] arguments) =>
        arguments[1] is GoNil ? GoBoolean.False : GoBoolean.Of(IsIn(call, Items(arguments[1], "find has on").Items, arguments[0]));

    private static GoList SortAlpha(FunctionCall call, GoValue[] arguments)
    {
        if (arguments[0] is not GoList list)
            return new GoList([new GoString(ValueText.Of(arguments[0]), arguments[0].Origin)], "string");
        var texts = SplittingFunctions.ToStrings(call, list).ToArray();
        var keys = new string[texts.Length];
        for (var i = 0; i < texts.Length; i++)
            keys[i] = ((GoString)texts[i]).Value;
        Array.Sort(keys, texts, StringComparer.Ordinal);
        return new GoList([.. texts], "string", list.Origin);
    }

    private static bool IsIn(FunctionCall call, List<GoValue> items, GoValue value)
    {
        call.Budget.Spend(1 + (items.Count >> 4));
        foreach (var item in items)
        {
            if (DeepEquality.AreEqual(call.Budget, value, item))
                return true;
        }

        return false;
    }

    private static List<GoValue> Copy(FunctionCall call, GoList list, int more)
    {
        call.Budget.RequireItems(list.Items.Count + (long)more);
        return new List<GoValue>(list.Items.Count + more);
    }

    private static GoValue AsItem(GoValue value) => value is GoNil { IsMissing: true } ? GoNil.Null : value;
}
