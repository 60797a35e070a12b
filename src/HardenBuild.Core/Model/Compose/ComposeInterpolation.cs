using System.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Replaces variables in the values of a Compose file.</summary>
/// <remarks>Compose specification, "Interpolation": <c>$X ${X} ${X:-d} ${X-d} ${X:+r} ${X+r} ${X:?m} ${X?m}</c>, nested, <c>$$</c> for a dollar sign.</remarks>
internal static class ComposeInterpolation
{
    // Each level reads its part of the text again, so the work is at most this many times the text.
    private const int MaxDepth = 16;

    /// <summary>The text with all variables replaced; null when one is unknown or the text is not valid.</summary>
    public static string? Expand(string text, ComposeVariables variables) =>
        text.IndexOf('$') < 0 ? text : Expand(text, 0, text.Length, variables, 0);

    /// <summary>The offset of a dollar sign that begins neither a variable nor <c>$$</c>, for which Compose refuses the file; null when all do.</summary>
    public static int? FindError(string text)
    {
        for (var i = text.IndexOf('$'); i >= 0; i = i < text.Length ? text.IndexOf('$', i) : -1)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (next == '$')
            {
                i += 2;
                continue;
            }

            if (next != '{')
            {
                if (SkipName(text, i + 1, text.Length) is var end && end == i + 1)
                    return i;
                i = end;
                continue;
            }

            var nameEnd = SkipName(text, i + 2, text.Length);
            var close = FindClose(text, i, text.Length);
            if (close < 0 || nameEnd == i + 2 || !IsOperator(text, nameEnd, close))
                return i;
            i = close + 1;
        }

        return null;
    }

    /// <summary>The names of the variables in a text, each with its offset and whether the text is wrong or empty without it.</summary>
    public static IEnumerable<(string Name, int Start, bool IsRequired)> References(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '$')
                continue;
            if (text[i + 1] == '$')
            {
                i++;
                continue;
            }

            var isBraced = text[i + 1] == '{';
            var start = i + (isBraced ? 2 : 1);
            var end = SkipName(text, start, text.Length);
            if (end > start)
                yield return (text.Substring(start, end - start), start, !isBraced || (end < text.Length && text[end] == '}'));
        }
    }

    /// <summary>Where the braces that open at an offset close; -1 when they do not.</summary>
    /// <param name="open">Offset of the dollar sign of <c>${</c>.</param>
    public static int FindClose(string text, int open, int end)
    {
        var depth = 0;
        for (var i = open; i < end; i++)
        {
            if (text[i] == '$' && i + 1 < end && text[i + 1] == '{')
            {
                depth++;
                i++;
            }
            else if (text[i] == '}' && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static string? Expand(string text, int start, int end, ComposeVariables variables, int depth)
    {
        if (depth > MaxDepth)
            return null;
        var result = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            if (text[i] != '$')
            {
                result.Append(text[i]);
                continue;
            }

            var next = i + 1 < end ? text[i + 1] : '\0';
            if (next == '$')
            {
                result.Append('$');
                i++;
            }
            else if (next == '{')
            {
                var close = FindClose(text, i, end);
                if (close < 0 || Evaluate(text, i + 2, close, variables, depth + 1) is not { } value)
                    return null;
                result.Append(value);
                i = close;
            }
            else
            {
                var nameEnd = SkipName(text, i + 1, end);
                if (nameEnd == i + 1 || variables[text.Substring(i + 1, nameEnd - i - 1)] is not { } value)
                    return null;
                result.Append(value);
                i = nameEnd - 1;
            }
        }

        return result.ToString();
    }

    private static string? Evaluate(string text, int start, int end, ComposeVariables variables, int depth)
    {
        var nameEnd = SkipName(text, start, end);
        if (nameEnd == start)
            return null;
        var value = variables[text.Substring(start, nameEnd - start)];
        if (nameEnd == end)
            return value;

        var emptyCounts = text[nameEnd] == ':';
        var operation = emptyCounts && nameEnd + 1 < end ? text[nameEnd + 1] : text[nameEnd];
        var word = nameEnd + (emptyCounts ? 2 : 1);
        var isUnset = value is null || (emptyCounts && value.Length == 0);
        return operation switch
        {
            '-' when isUnset => Expand(text, word, end, variables, depth),
            '-' or '?' => isUnset ? null : value,

            // Whoever is not in .env may still be set where Compose runs.
            '+' when value is not null => isUnset ? "" : Expand(text, word, end, variables, depth),
            _ => null,
        };
    }

    private static bool IsOperator(string text, int start, int close)
    {
        if (start == close)
            return true;
        var operation = text[start] == ':' && start + 1 < close ? text[start + 1] : text[start];
        return operation is '-' or '+' or '?';
    }

    private static int SkipName(string text, int start, int end)
    {
        var i = start;
        while (i < end && (text[i] == '_' || text[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (i > start && text[i] is >= '0' and <= '9')))
            i++;
        return i;
    }
}
