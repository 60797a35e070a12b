using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation.Builtins;

/// <summary>Go's functions that escape text for HTML, JavaScript and URLs.</summary>
internal static class EscapeFunctions
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        Of("html", EscapeHtml),
        Of("js", EscapeJavaScript),
        Of("urlquery", EscapeQuery),
    ];

    private static TemplateFunction Of(string name, Func<string, string> escape) => new(name, [], ParameterKind.Any, (call, arguments) =>
    {
        var text = Text(arguments);
        // No character becomes longer than six.
        call.Budget.RequireLength(text.Length * 6L);
        return new GoString(escape(text));
    });

    private static string Text(GoValue[] arguments)
    {
        if (arguments.Length == 1 && arguments[0] is GoString single)
            return single.Value;
        var text = new StringBuilder();
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = Printable(arguments[i]);
            if (i > 0 && GoPrinter.AreSeparated(Printable(arguments[i - 1]), value))
                text.Append(' ');
            text.Append(GoPrinter.Print(value));
        }

        return text.ToString();
    }

    private static GoValue Printable(GoValue value) => value is GoNil ? new GoString(NoValueRemoval.NoValue) : value;

    private static string EscapeHtml(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\0' => output.Append('\uFFFD'),
                '"' => output.Append("&#34;"),
                '\'' => output.Append("&#39;"),
                '&' => output.Append("&amp;"),
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                _ => output.Append(c),
            };
        }

        return output.ToString();
    }

    private static string EscapeJavaScript(string text)
    {
        var output = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\\' or '\'' or '"')
                output.Append('\\').Append(c);
            else if (c is '<' or '>' or '&' or '=' || (c < 0x80 ? c < ' ' : !char.IsLowSurrogate(c) && !GoQuoting.IsPrintable(text, i)))
                output.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                output.Append(c);
        }

        return output.ToString();
    }

    private static string EscapeQuery(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var value in Utf8Text.ToBytes(text))
        {
            var c = (char)value;
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '~')
                output.Append(c);
            else if (c == ' ')
                output.Append('+');
            else
                output.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return output.ToString();
    }
}
