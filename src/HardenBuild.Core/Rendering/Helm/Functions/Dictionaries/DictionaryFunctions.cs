using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Functions.Strings;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Dictionaries;

/// <summary>Sprig's functions on maps.</summary>
internal static class DictionaryFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("dict", [], ParameterKind.Any, Dict),
        new("get", [ParameterKind.Map, ParameterKind.String], null, Get),
        new("set", [ParameterKind.Map, ParameterKind.String, ParameterKind.Any], null, Set),
        new("unset", [ParameterKind.Map, ParameterKind.String], null, Unset),
        new("hasKey", [ParameterKind.Map, ParameterKind.String], null, static (_, arguments) => GoBoolean.Of(arguments.MapAt(0).Entries.ContainsKey(arguments.TextAt(1)))),
        new("pluck", [ParameterKind.String], ParameterKind.Map, Pluck),
        new("keys", [], ParameterKind.Map, Keys),
        new("values", [ParameterKind.Map], null, Values),
        new("pick", [ParameterKind.Map], ParameterKind.String, Pick),
        new("omit", [ParameterKind.Map], ParameterKind.String, Omit),
        new("dig", [], ParameterKind.Any, Digging.Dig),
        new("merge", [ParameterKind.Map], ParameterKind.Map, Merge),
        new("mustMerge", [ParameterKind.Map], ParameterKind.Map, Merge),
        new("mergeOverwrite", [ParameterKind.Map], ParameterKind.Map, MergeOverwrite),
        new("mustMergeOverwrite", [ParameterKind.Map], ParameterKind.Map, MergeOverwrite),
        new("deepCopy", [ParameterKind.Any], null, DeepCopy),
        new("mustDeepCopy", [ParameterKind.Any], null, DeepCopy),
    ];

    private static GoMap Dict(FunctionCall call, GoValue[] arguments)
    {
        var entries = new Dictionary<string, GoValue>((arguments.Length + 1) / 2, StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var key = arguments[i] is GoString text ? text.Value : ValueText.Of(arguments[i]);
            entries[key] = i + 1 < arguments.Length ? AsElement(arguments[i + 1]) : GoString.Empty;
        }

        return new GoMap(entries);
    }

    private static GoValue Get(FunctionCall call, GoValue[] arguments) =>
        arguments.MapAt(0).Entries.TryGetValue(arguments.TextAt(1), out var value) ? value : GoString.Empty;

    private static GoMap Set(FunctionCall call, GoValue[] arguments)
    {
        var map = arguments.MapAt(0);
        call.Budget.RequireItems(map.Entries.Count + 1L);
        map.Entries[arguments.TextAt(1)] = ArgumentOrigins.Chosen(AsElement(arguments[2]), call.Condition);
        return AsPlain(map);
    }

    private static GoMap Unset(FunctionCall call, GoValue[] arguments)
    {
        var map = arguments.MapAt(0);
        map.Entries.Remove(arguments.TextAt(1));
        return AsPlain(map);
    }

    private static GoList Pluck(FunctionCall call, GoValue[] arguments)
    {
        var key = arguments.TextAt(0);
        List<GoValue> found = [];
        for (var i = 1; i < arguments.Length; i++)
        {
            if (arguments.MapAt(i).Entries.TryGetValue(key, out var value))
                found.Add(value);
        }

        return new GoList(found);
    }

    // Go's order is random; charts that care sort the keys.
    private static GoList Keys(FunctionCall call, GoValue[] arguments)
    {
        List<GoValue> keys = [];
        for (var i = 0; i < arguments.Length; i++)
        {
            call.Budget.RequireItems((long)keys.Count + arguments.MapAt(i).Entries.Count);
            foreach (var key in arguments.MapAt(i).SortedKeys())
                keys.Add(new GoString(key));
        }

        return new GoList(keys, "string");
    }

    private static GoList Values(FunctionCall call, GoValue[] arguments)
    {
        var map = arguments.MapAt(0);
        call.Budget.RequireItems(map.Entries.Count);
        var values = new List<GoValue>(map.Entries.Count);
        foreach (var key in map.SortedKeys())
            values.Add(map.Entries[key]);
        return new GoList(values, origin: map.Origin);
    }

    private static GoMap Pick(FunctionCall call, GoValue[] arguments)
    {
        var map = arguments.MapAt(0);
        var picked = new Dictionary<string, GoValue>(StringComparer.Ordinal);
        for (var i = 1; i < arguments.Length; i++)
        {
            if (map.Entries.TryGetValue(arguments.TextAt(i), out var value))
                picked[arguments.TextAt(i)] = value;
        }

        return new GoMap(picked, origin: map.Origin);
    }

    private static GoMap Omit(FunctionCall call, GoValue[] arguments)
    {
        var map = arguments.MapAt(0);
        call.Budget.RequireItems(map.Entries.Count);
        var rest = new Dictionary<string, GoValue>(map.Entries, StringComparer.Ordinal);
        for (var i = 1; i < arguments.Length; i++)
            rest.Remove(arguments.TextAt(i));
        return new GoMap(rest, origin: map.Origin);
    }

    private static GoMap Merge(FunctionCall call, GoValue[] arguments)
    {
        var target = arguments.MapAt(0);
        for (var i = 1; i < arguments.Length; i++)
            MapMerging.Fill(call.Budget, target, arguments.MapAt(i));
        return AsPlain(target);
    }

    private static GoMap MergeOverwrite(FunctionCall call, GoValue[] arguments)
    {
        var target = arguments.MapAt(0);
        for (var i = 1; i < arguments.Length; i++)
            MapMerging.Overwrite(call.Budget, target, arguments.MapAt(i));
        return AsPlain(target);
    }

    private static GoValue DeepCopy(FunctionCall call, GoValue[] arguments)
    {
        if (arguments[0] is GoNil)
            throw new FunctionException("runtime error: invalid memory address or nil pointer dereference");
        return ValueCopy.Of(arguments[0], count => call.Budget.Spend(count));
    }

    // As an argument the named type of .Values becomes a plain map, for good.
    private static GoMap AsPlain(GoMap map) => map.IsValues ? new GoMap(map.Entries, origin: map.Origin) : map;

    // Inside of a map there is no difference between an absent value and a null.
    private static GoValue AsElement(GoValue value) => value is GoNil { IsMissing: true } ? GoNil.Null : value;
}
