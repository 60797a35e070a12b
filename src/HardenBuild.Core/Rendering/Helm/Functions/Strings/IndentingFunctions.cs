using System.Text;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary><c>indent</c> and <c>nindent</c>: blanks before every line, also before empty ones.</summary>
internal static class IndentingFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("indent", [ParameterKind.Int, ParameterKind.String], null, static (call, arguments) => Indent(call, arguments, "")),
        new("nindent", [ParameterKind.Int, ParameterKind.String], null, static (call, arguments) => Indent(call, arguments, "\n")),
    ];

    private static GoString Indent(FunctionCall call, GoValue[] arguments, string lead)
    {
        var spaces = arguments.IntegerAt(0);
        if (spaces < 0)
            throw new FunctionException("strings: negative Repeat count");
        var value = arguments.StringAt(1);
        var text = value.Value;
        var lines = 1;
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
            lines++;
        if (spaces > int.MaxValue)
            call.Budget.RequireLength(long.MaxValue);
        call.Budget.RequireLength(text.Length + lead.Length + (lines * spaces));
        var padding = new string(' ', (int)spaces);
        return call.IsTracing
            ? new GoString(Trace(call, call.Traced(value), lead, padding), value.Origin)
            : new GoString(Plain(text, lead, padding, lines));
    }

    private static string Plain(string text, string lead, string padding, int lines)
    {
        var indented = new StringBuilder(text.Length + lead.Length + (lines * padding.Length));
        indented.Append(lead).Append(padding);
        for (var start = 0; ;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                return indented.Append(text, start, text.Length - start).ToString();
            indented.Append(text, start, end + 1 - start).Append(padding);
            start = end + 1;
        }
    }

    private static TracedText Trace(FunctionCall call, TracedText text, string lead, string padding)
    {
        var builder = new TracedTextBuilder(isTracing: true);
        var own = call.OriginOf(null);
        builder.Append(lead, own);
        builder.Append(padding, own);
        for (var start = 0; ;)
        {
            var end = text.Content.IndexOf('\n', start);
            if (end < 0)
            {
                builder.Append(text, start, text.Content.Length - start);
                return builder.ToText();
            }

            builder.Append(text, start, end + 1 - start);
            builder.Append(padding, own);
            start = end + 1;
        }
    }
}
