using System.Globalization;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary><c>split</c> into a map of <c>_0</c>, <c>_1</c>, ..., and <c>splitList</c> into a list.</summary>
internal static class SplittingFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("split", [ParameterKind.String, ParameterKind.String], null, static (call, arguments) => Numbered(Split(call, arguments.StringAt(1), arguments.TextAt(0), -1))),
        new("splitn", [ParameterKind.String, ParameterKind.Int, ParameterKind.String], null, static (call, arguments) => Numbered(Split(call, arguments.StringAt(2), arguments.TextAt(0), arguments.IntegerAt(1)))),
        new("splitList", [ParameterKind.String, ParameterKind.String], null, static (call, arguments) => new GoList(Split(call, arguments.StringAt(1), arguments.TextAt(0), -1), "string")),
        new("toStrings", [ParameterKind.Any], null, static (call, arguments) => new GoList(ToStrings(call, arguments[0]), "string", arguments[0].Origin)),
    ];

    /// <summary>Sprig's <c>strslice</c>: the items as texts, without nulls; a scalar as its only item.</summary>
    public static List<GoValue> ToStrings(FunctionCall call, GoValue value)
    {
        if (value is GoNil)
            return [];
        if (value is not GoList list)
            return [Text(call, value)];
        call.Budget.RequireItems(list.Items.Count);
        var texts = new List<GoValue>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (item is not GoNil)
                texts.Add(Text(call, item));
        }

        return texts;
    }

    private static GoString Text(FunctionCall call, GoValue value) => value as GoString ?? new GoString(ValueText.Of(value), value.Origin);

    // strings.SplitN: a negative maximum means all, 0 none.
    private static List<GoValue> Split(FunctionCall call, GoString value, string separator, long maximum)
    {
        List<GoValue> parts = [];
        if (maximum == 0)
            return parts;
        var text = value.Value;
        var traced = call.IsTracing ? call.Traced(value) : value.Text;
        var start = 0;
        while (maximum < 0 || parts.Count < maximum - 1)
        {
            var end = separator.Length == 0 ? AfterCharacter(text, start) : text.IndexOf(separator, start, StringComparison.Ordinal);
            if (end < 0)
                break;
            parts.Add(new GoString(traced.Substring(start, end - start), value.Origin, value.IsStandIn));
            start = end + separator.Length;
            call.Budget.RequireItems(parts.Count);
        }

        if (separator.Length > 0 || start < text.Length)
            parts.Add(new GoString(traced.Substring(start, text.Length - start), value.Origin, value.IsStandIn));
        return parts;
    }

    private static int AfterCharacter(string text, int start)
    {
        if (start >= text.Length)
            return -1;
        var end = start + (char.IsHighSurrogate(text[start]) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1);
        return end < text.Length ? end : -1;
    }

    private static GoMap Numbered(List<GoValue> parts)
    {
        var map = new Dictionary<string, GoValue>(parts.Count, StringComparer.Ordinal);
        for (var i = 0; i < parts.Count; i++)
            map.Add("_" + i.ToString(CultureInfo.InvariantCulture), parts[i]);
        return new GoMap(map, "string");
    }
}
