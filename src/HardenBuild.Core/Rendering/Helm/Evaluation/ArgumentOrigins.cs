using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>Where the result of a function comes from when the function does not say: from its arguments.</summary>
internal static class ArgumentOrigins
{
    // Longer lists are searched, not read by people.
    private const int MostItems = 64;

    /// <param name="words">The call: the arguments follow the first word. A value handed on by a pipeline has none. Null for no arguments.</param>
    public static GoValue Inherit(GoValue result, GoValue[] arguments, GoTemplateNode[]? words)
    {
        // Maps and lists hold values with origins of their own.
        if (result.Origin is not null || arguments.Length == 0 || result is not (GoString { Text.IsTraced: false } or GoInteger or GoFloat or GoBoolean or GoList { ElementType: "int" or "string" }))
            return result;
        ValueOrigin? origin = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            // A constant is written in the call itself, to which the result points anyway.
            if (words is not null && i + 1 < words.Length && words[i + 1] is LiteralNode)
                continue;
            origin = ValueOrigin.Join(origin, Of(arguments[i]));
            if (arguments[i] is GoList { Bytes: null, Items.Count: <= MostItems } list)
                origin = OfItems(list, origin);
        }

        return origin is null ? result : result.WithOrigin(origin);
    }

    /// <summary>The origin of a value; of a traced text those of all its parts.</summary>
    public static ValueOrigin? Of(GoValue value) =>
        value is GoString { Text: { IsTraced: true } text } ? ValueOrigin.Join(ValueOrigin.Of(text), value.Origin) : value.Origin;

    /// <summary>The origins of a value that is printed as a whole, with those of what it holds.</summary>
    public static ValueOrigin? OfAll(GoValue value)
    {
        var most = MostItems;
        return value is GoMap or GoList ? OfAll(value, ref most) : Of(value);
    }

    /// <summary>A value that was chosen because of others.</summary>
    public static GoValue Chosen(GoValue value, ValueOrigin? others)
    {
        if (ValueOrigin.Tested(others) is not { } tested || ReferenceEquals(value.Origin, others))
            return value;
        return value switch
        {
            GoString { Text: { IsTraced: true } traced } text => new GoString(traced.Under(tested), text.Origin, text.IsStandIn),
            GoNil => value,
            _ => value.WithOrigin(ValueOrigin.Join(value.Origin, tested)),
        };
    }

    private static ValueOrigin? OfAll(GoValue value, ref int most)
    {
        var origin = Of(value);
        if (--most < 0)
            return origin;
        if (value is GoMap map)
        {
            foreach (var key in map.SortedKeys())
                origin = ValueOrigin.Join(origin, OfAll(map.Entries[key], ref most));
        }
        else if (value is GoList list)
        {
            foreach (var item in list.Items)
                origin = ValueOrigin.Join(origin, OfAll(item, ref most));
        }

        return origin;
    }

    private static ValueOrigin? OfItems(GoList list, ValueOrigin? origin)
    {
        foreach (var item in list.Items)
        {
            if (item is GoString or GoFloat or GoInteger)
                origin = ValueOrigin.Join(origin, Of(item));
        }

        return origin;
    }
}
