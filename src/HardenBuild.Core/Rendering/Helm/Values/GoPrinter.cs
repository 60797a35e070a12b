using System.Text;
using HardenBuild.Rendering.Helm.Printing;

namespace HardenBuild.Rendering.Helm.Values;

/// <summary>The text that Go's <c>fmt.Sprint</c> family makes of values.</summary>
/// <exception cref="RenderLimitException">The text is too long, or the value too deep (a map that holds itself).</exception>
internal static class GoPrinter
{
    /// <summary><c>fmt.Sprint</c> of one value.</summary>
    public static string Print(GoValue value)
    {
        switch (value)
        {
            case GoString text:
                return text.Value;
            case GoBoolean boolean:
                return boolean.Value ? "true" : "false";
            case GoNil:
                return "<nil>";
            case GoObject structure:
                return structure.Print();
            case GoFloat number:
                return GoFloatText.Format(number.Value, 'g', -1);
            case GoInteger number:
                return GoInteger(number);
            default:
                var output = new StringBuilder();
                new GoFormatter(output).Write(value, 'v');
                return output.ToString();
        }
    }

    /// <summary>Whether <c>fmt.Sprint</c> puts a blank between two neighbours: when neither is a string.</summary>
    public static bool AreSeparated(GoValue left, GoValue right) => left.Kind != GoKind.String && right.Kind != GoKind.String;

    private static string GoInteger(GoInteger number) => number.TypeName == "time.Duration"
        ? GoDurationText.Format(number.Value)
        : number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
