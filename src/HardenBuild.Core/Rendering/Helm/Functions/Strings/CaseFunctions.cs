using System.Text;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary><c>upper</c>, <c>lower</c>, <c>title</c> and the like.</summary>
internal static class CaseFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("upper", [ParameterKind.String], null, static (call, arguments) => Convert(call, arguments.StringAt(0), static text => text.ToUpperInvariant())),
        new("lower", [ParameterKind.String], null, static (call, arguments) => Convert(call, arguments.StringAt(0), static text => text.ToLowerInvariant())),
        new("title", [ParameterKind.String], null, static (call, arguments) => Convert(call, arguments.StringAt(0), Title)),
        new("untitle", [ParameterKind.String], null, static (call, arguments) => Convert(call, arguments.StringAt(0), Untitle)),
        new("swapcase", [ParameterKind.String], null, static (call, arguments) => Convert(call, arguments.StringAt(0), SwapCase)),
        new("snakecase", [ParameterKind.String], null, static (_, arguments) => new GoString(WordCase.ToLowerCase(arguments.TextAt(0), '_'))),
        new("kebabcase", [ParameterKind.String], null, static (_, arguments) => new GoString(WordCase.ToLowerCase(arguments.TextAt(0), '-'))),
        new("camelcase", [ParameterKind.String], null, static (_, arguments) => new GoString(WordCase.ToPascalCase(arguments.TextAt(0)))),
        new("initials", [ParameterKind.String], null, static (_, arguments) => new GoString(Initials(arguments.TextAt(0)))),
        new("nospace", [ParameterKind.String], null, static (_, arguments) => new GoString(WithoutSpace(arguments.TextAt(0)))),
    ];

    // Characters keep their places unless one changes its length.
    private static GoString Convert(FunctionCall call, GoString value, Func<string, string> convert)
    {
        var text = convert(value.Value);
        if (text == value.Value)
            return value;
        if (!call.IsTracing || text.Length != value.Value.Length)
            return new GoString(text, value.Origin);
        var segments = call.Traced(value).Segments.ToArray();
        for (var i = 0; i < segments.Length; i++)
            segments[i] = segments[i] with { Origin = segments[i].Origin with { IsVerbatim = false } };
        return new GoString(new TracedText(text, segments), value.Origin);
    }

    // strings.Title: a letter after anything but a letter, digit or underscore.
    private static string Title(string text)
    {
        var title = new StringBuilder(text.Length);
        var isInWord = false;
        foreach (var c in text)
        {
            title.Append(isInWord ? c : char.ToUpperInvariant(c));
            isInWord = c <= '\u007F' ? IsAsciiWord(c) : char.IsLetterOrDigit(c) || !CuttingFunctions.IsSpace(c);
        }

        return title.ToString();
    }

    private static bool IsAsciiWord(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    // goutils.Uncapitalize: the first letter of each word.
    private static string Untitle(string text)
    {
        var changed = new StringBuilder(text.Length);
        var isAtStart = true;
        foreach (var c in text)
        {
            changed.Append(isAtStart ? char.ToLowerInvariant(c) : c);
            isAtStart = CuttingFunctions.IsSpace(c);
        }

        return changed.ToString();
    }

    // goutils.SwapCase: lower case becomes title case only after white space, which is upper case for nearly all letters.
    private static string SwapCase(string text)
    {
        var swapped = new StringBuilder(text.Length);
        foreach (var c in text)
            swapped.Append(char.IsUpper(c) ? char.ToLowerInvariant(c) : char.IsLower(c) ? char.ToUpperInvariant(c) : c);
        return swapped.ToString();
    }

    private static string Initials(string text)
    {
        var initials = new StringBuilder();
        var isAtStart = true;
        foreach (var c in text)
        {
            var isSpace = CuttingFunctions.IsSpace(c);
            if (isAtStart && !isSpace)
                initials.Append(c);
            isAtStart = isSpace;
        }

        return initials.ToString();
    }

    private static string WithoutSpace(string text)
    {
        var rest = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!CuttingFunctions.IsSpace(c))
                rest.Append(c);
        }

        return rest.ToString();
    }
}
