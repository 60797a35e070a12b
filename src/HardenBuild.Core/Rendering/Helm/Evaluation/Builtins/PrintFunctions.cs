using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Printing;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation.Builtins;

/// <summary>Go's functions of the <c>fmt</c> package. Their texts keep the origins of what is printed.</summary>
internal static class PrintFunctions
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        new("print", [], ParameterKind.Any, (call, arguments) => Print(call, arguments, isLine: false)),
        new("println", [], ParameterKind.Any, (call, arguments) => Print(call, arguments, isLine: true)),
        new("printf", [ParameterKind.String], ParameterKind.Any, Format),
    ];

    private static GoString Print(FunctionCall call, GoValue[] arguments, bool isLine)
    {
        var builder = new TracedTextBuilder(call.IsTracing);
        var own = call.IsTracing ? call.OriginOf(null) : null;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i > 0 && (isLine || GoPrinter.AreSeparated(arguments[i - 1], arguments[i])))
                builder.Append(" ", own);
            Append(call, builder, arguments[i]);
            call.Budget.RequireLength(builder.Length);
        }

        if (isLine)
            builder.Append("\n", own);
        return new GoString(builder.ToText());
    }

    private static void Append(FunctionCall call, TracedTextBuilder builder, GoValue value)
    {
        if (!call.IsTracing)
            builder.Append(GoPrinter.Print(value), null);
        else if (value is GoString text)
            builder.Append(call.Traced(text));
        else
            builder.Append(GoPrinter.Print(value), call.OriginOf(ArgumentOrigins.OfAll(value)));
    }

    private static GoString Format(FunctionCall call, GoValue[] arguments)
    {
        var format = (GoString)arguments[0];
        var values = new GoValue[arguments.Length - 1];
        Array.Copy(arguments, 1, values, 0, values.Length);
        var pieces = call.IsTracing ? new List<FormatPiece>() : null;
        var text = GoFormat.Format(format.Value, values, pieces);
        call.Budget.RequireLength(text.Length);
        return pieces is null ? new GoString(text) : new GoString(Trace(call, text, format, values, pieces));
    }

    private static TracedText Trace(FunctionCall call, string text, GoString format, GoValue[] values, List<FormatPiece> pieces)
    {
        var builder = new TracedTextBuilder(isTracing: true);
        var source = call.Traced(format);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var length = (i + 1 < pieces.Count ? pieces[i + 1].Start : text.Length) - piece.Start;
            if (piece.Argument < 0)
                AppendFormat(builder, text, piece, length, source);
            else if (values[piece.Argument] is GoString value && IsPart(text, piece.Start, length, value.Value))
                builder.Append(call.Traced(value));
            else
                builder.Append(text, piece.Start, length, OriginOf(call, values[piece.Argument]), skipped: 0);
        }

        return builder.ToText();
    }

    // Text of the format as it stands, or what a verb without its argument prints.
    private static void AppendFormat(TracedTextBuilder builder, string text, FormatPiece piece, int length, TracedText source)
    {
        if (piece.Source + length <= source.Content.Length && string.CompareOrdinal(text, piece.Start, source.Content, piece.Source, length) == 0)
            builder.Append(source, piece.Source, length);
        else
            builder.Append(text, piece.Start, length, source.SegmentAt(piece.Source)?.Origin, skipped: 0);
    }

    private static bool IsPart(string text, int start, int length, string value) =>
        length == value.Length && string.CompareOrdinal(text, start, value, 0, length) == 0;

    private static TextOrigin OriginOf(FunctionCall call, GoValue value) => value is GoString { Text: { IsTraced: true } text }
        ? text.Segments[0].Origin with { IsVerbatim = false, Value = ArgumentOrigins.Of(value) }
        : call.OriginOf(ArgumentOrigins.OfAll(value));
}
