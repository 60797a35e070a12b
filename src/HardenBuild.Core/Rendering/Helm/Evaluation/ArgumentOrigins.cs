using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>Where the result of a function comes from when the function does not say: from its arguments.</summary>
internal static class ArgumentOrigins
{
    // More would name half of a values file.
    private const int Maximum = 4;

    /// <param name="words">The call: the arguments follow the first word. A value handed on by a pipeline has none. Null for no arguments.</param>
    public static GoValue Inherit(GoValue result, GoValue[] arguments, GoTemplateNode[]? words)
    {
        // Maps and lists hold values with origins of their own.
        if (result.Origin is not null || arguments.Length == 0 || result is not (GoString { Text.IsTraced: false } or GoInteger or GoFloat or GoBoolean))
            return result;
        ValueOrigin? origin = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            // A constant is written in the call itself, to which the result points anyway.
            if (words is not null && i + 1 < words.Length && words[i + 1] is LiteralNode)
                continue;
            if (OriginOf(arguments[i]) is { } other)
                origin = Join(origin, other);
        }

        return origin is null ? result : result.WithOrigin(origin);
    }

    /// <summary>The origins of two values as those of one, at most four.</summary>
    public static ValueOrigin? Join(ValueOrigin? first, ValueOrigin? second)
    {
        if (second is null || ReferenceEquals(first, second))
            return first;
        if (first is null)
            return second;
        var all = new List<ValueOrigin>(Maximum);
        Collect(first, all);
        Collect(second, all);
        if (all.Count == Length(first))
            return first;
        ValueOrigin? joined = null;
        for (var i = all.Count - 1; i >= 0; i--)
            joined = new ValueOrigin(all[i].Location, all[i].Path, joined);
        return joined;
    }

    /// <summary>The origin of a value: that of the first part that came from a value, for traced text.</summary>
    private static ValueOrigin? OriginOf(GoValue value)
    {
        if (value.Origin is not null || value is not GoString { Text.IsTraced: true } text)
            return value.Origin;
        foreach (var segment in text.Text.Segments)
        {
            if (segment.Origin.Value is { } origin)
                return origin;
        }

        return null;
    }

    private static void Collect(ValueOrigin origins, List<ValueOrigin> all)
    {
        for (var origin = origins; origin is not null && all.Count < Maximum; origin = origin.Next)
        {
            var isKnown = false;
            foreach (var other in all)
                isKnown |= ReferenceEquals(other.Location, origin.Location) || other.Location == origin.Location;
            if (!isKnown)
                all.Add(origin);
        }
    }

    private static int Length(ValueOrigin origins)
    {
        var length = 0;
        for (var origin = origins; origin is not null; origin = origin.Next)
            length++;
        return length;
    }
}
