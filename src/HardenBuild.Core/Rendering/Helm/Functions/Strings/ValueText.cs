using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Functions.Encodings;
using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary>Values as texts: Sprig's <c>strval</c>, which is Go's <c>%v</c> but for bytes.</summary>
internal static class ValueText
{
    public static string Of(RenderBudget budget, GoValue value) => value switch
    {
        GoString text => text.Value,
        GoBoolean boolean => boolean.Value ? "true" : "false",
        GoFloat number => GoNumberText.General(number.Value),
        GoList { ElementType: "uint8" } bytes => GoBytes.ToText(GoBytes.Of(bytes)),
        _ => Printed(budget, value),
    };

    /// <summary>The same with the origin of each part.</summary>
    public static TracedText Traced(FunctionCall call, GoValue value) => value switch
    {
        GoString text => call.IsTracing ? call.Traced(text) : text.Text,
        _ when call.IsTracing => TracedText.From(Of(call.Budget, value), call.OriginOf(value.Origin)),
        _ => TracedText.Untraced(Of(call.Budget, value)),
    };

    private static string Printed(RenderBudget budget, GoValue value)
    {
        if (value is GoInteger { TypeName: "int" or "int64" } integer)
            return integer.Value.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        Append(budget, text, value);
        return text.ToString();
    }

    private static void Append(RenderBudget budget, StringBuilder text, GoValue value)
    {
        budget.RequireLength(text.Length);
        switch (value)
        {
            case GoMap map:
                StackGuard.Require();
                text.Append("map[");
                var isFirst = true;
                foreach (var key in map.SortedKeys())
                {
                    text.Append(isFirst ? "" : " ").Append(key).Append(':');
                    Append(budget, text, map.Entries[key]);
                    isFirst = false;
                }

                text.Append(']');
                break;
            case GoList list:
                StackGuard.Require();
                text.Append('[');
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (i > 0)
                        text.Append(' ');
                    Append(budget, text, list.Items[i]);
                }

                text.Append(']');
                break;
            case GoNil:
                text.Append("<nil>");
                break;
            case GoInteger integer:
                text.Append(Dates.GoNamedNumbers.Text(integer));
                break;
            case GoObject structure:
                text.Append(structure.Print());
                break;
            default:
                text.Append(Of(budget, value));
                break;
        }
    }
}
