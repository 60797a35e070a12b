using System.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads one assignment of a <c>.env</c> file.</summary>
/// <remarks>Docker documentation, "Syntax for environment files": <c>export</c> is allowed, a value ends at <c> #</c>, quoted values may span lines.</remarks>
internal static class EnvironmentFileLine
{
    /// <returns>The name, null for blank lines, comments and nonsense; the value before interpolation, null when none is written; the quote or NUL; where the next line starts.</returns>
    public static (string? Name, string? Raw, char Quote, int End) Read(string text, int start)
    {
        var lineEnd = text.IndexOf('\n', start);
        if (lineEnd < 0)
            lineEnd = text.Length;
        var line = text.Substring(start, lineEnd - start);
        var equals = line.IndexOf('=');
        var name = (equals < 0 ? line : line.Substring(0, equals)).Trim();
        if (name.StartsWith("export ", StringComparison.Ordinal))
            name = name.Substring("export ".Length).TrimStart();
        if (equals < 0 || !IsName(name))
            return (IsName(name) ? name : null, null, '\0', lineEnd + 1);

        var value = start + equals + 1;
        while (value < lineEnd && text[value] is ' ' or '\t')
            value++;
        if (value < lineEnd && text[value] is '"' or '\'')
            return ReadQuoted(name, text, value, lineEnd);
        return (name, WithoutComment(text.Substring(value, lineEnd - value)), '\0', lineEnd + 1);
    }

    /// <summary>A line that is commented out: the name that it would set, null for other comments, and where the next line starts. Null for every other line.</summary>
    public static (string? Name, int End)? ReadComment(string text, int start)
    {
        var hash = start;
        while (hash < text.Length && text[hash] is ' ' or '\t')
            hash++;
        if (hash == text.Length || text[hash] != '#')
            return null;
        var end = text.IndexOf('\n', hash) is var newLine and >= 0 ? newLine : text.Length;
        var equals = text.IndexOf('=', hash, end - hash);
        var name = equals < 0 ? "" : text.Substring(hash + 1, equals - hash - 1).Trim();
        return (IsName(name) ? name : null, end + 1);
    }

    private static (string? Name, string? Raw, char Quote, int End) ReadQuoted(string name, string text, int open, int lineEnd)
    {
        var quote = text[open];
        var raw = new StringBuilder();
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == quote)
            {
                var end = text.IndexOf('\n', i);
                return (name, raw.ToString(), quote, end < 0 ? text.Length : end + 1);
            }

            if (text[i] == '\\' && quote == '"' && i + 1 < text.Length)
            {
                i++;
                raw.Append(text[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
            else
            {
                raw.Append(text[i]);
            }
        }

        // An unclosed quote: Compose refuses the file, so the variable stays unknown.
        return (name, null, quote, lineEnd + 1);
    }

    private static string WithoutComment(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '#' && (i == 0 || value[i - 1] is ' ' or '\t'))
                return value.Substring(0, i).Trim();
        }

        return value.Trim();
    }

    private static bool IsName(string text)
    {
        foreach (var c in text)
        {
            if (!(char.IsLetterOrDigit(c) || c is '_' or '.' or '-'))
                return false;
        }

        return text.Length > 0;
    }
}
