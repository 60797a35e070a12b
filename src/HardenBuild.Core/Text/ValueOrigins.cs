namespace HardenBuild.Text;

/// <summary>Lists the values behind an origin.</summary>
internal static class ValueOrigins
{
    // What a hostile chart puts together may have any number of parts.
    private const int MostParts = 1_000_000;

    /// <summary>The places of the values that a text says, each once, the most important first.</summary>
    public static List<ValueOrigin> Of(TextOrigin origin, int most) => List(origin, most, includesTested: false);

    /// <summary>The places of all values that have a part in a text: also of those that were tested on the way to it.</summary>
    public static List<ValueOrigin> WithTested(TextOrigin origin, int most = int.MaxValue) => List(origin, most, includesTested: true);

    private static List<ValueOrigin> List(object root, int most, bool includesTested)
    {
        var places = new List<ValueOrigin>();
        var seen = new HashSet<object>();
        var stack = new Stack<object>();
        stack.Push(root);
        while (stack.Count > 0 && places.Count < most && seen.Count < MostParts)
        {
            var part = stack.Pop();
            switch (part)
            {
                case ValueOrigin { IsTested: true } when !includesTested:
                    break;
                case ValueOrigin { IsSingle: true } single:
                    if (seen.Add(single.Location))
                        places.Add(single);
                    break;
                case ValueOrigin origin:
                    if (seen.Add(origin))
                        origin.PushParts(stack);
                    break;
                case TracedText text:
                    if (seen.Add(text))
                        Push(text, stack);
                    break;
                case TextOrigin text:
                    Push(text, includesTested, seen, stack);
                    break;
            }
        }

        return places;
    }

    private static void Push(TracedText text, Stack<object> stack)
    {
        var segments = text.Segments;
        for (var i = segments.Length - 1; i >= 0; i--)
            stack.Push(segments[i].Origin);
    }

    private static void Push(TextOrigin text, bool includesTested, HashSet<object> seen, Stack<object> stack)
    {
        for (var origin = includesTested ? text : null; origin is not null && seen.Add(origin); origin = origin.Caller)
        {
            if (origin.Condition is { } condition)
                stack.Push(condition);
        }

        if (text.Value is { } value)
            stack.Push(value);
    }
}
