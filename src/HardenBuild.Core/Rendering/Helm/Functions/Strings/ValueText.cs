using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Functions.Encodings;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary>Values as texts: Sprig's <c>strval</c>, which is Go's <c>%v</c> but for bytes.</summary>
internal static class ValueText
{
    public static string Of(GoValue value) => value is GoList { ElementType: "uint8" } bytes ? GoBytes.ToText(GoBytes.Of(bytes)) : GoPrinter.Print(value);

    /// <summary>The same with the origin of each part.</summary>
    public static TracedText Traced(FunctionCall call, GoValue value) => value switch
    {
        GoString text => call.IsTracing ? call.Traced(text) : text.Text,
        _ => Made(call, value, Of(value)),
    };

    /// <summary>The text of <c>%v</c> with the origin of each part.</summary>
    public static TracedText TracedPrint(FunctionCall call, GoValue value) => value is GoString ? Traced(call, value) : Made(call, value, GoPrinter.Print(value));

    private static TracedText Made(FunctionCall call, GoValue value, string text) =>
        call.IsTracing ? TracedText.From(text, call.OriginOf(ArgumentOrigins.OfAll(value))) : TracedText.Untraced(text);
}
