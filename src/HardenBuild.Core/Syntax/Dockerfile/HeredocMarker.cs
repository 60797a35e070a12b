using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>The word that opens a heredoc: <c>[descriptor]&lt;&lt;[-]delimiter</c>.</summary>
internal sealed record HeredocMarker(TextSpan Span, string Name, int FileDescriptor, bool IsExpanded, bool StripsTabs)
{
    // Heredoc words are read with the backslash whatever the file's escape character is, as BuildKit does.
    private const char Escape = '\\';

    /// <summary>The markers among the words of a line, in order. A line with an unclosed quote or brace has none.</summary>
    public static List<HeredocMarker> FindAll(LogicalText line)
    {
        var markers = new List<HeredocMarker>();
        var characters = line.Characters;
        var start = -1;
        for (var i = 0; i <= characters.Length; i++)
        {
            if (i == characters.Length || char.IsWhiteSpace(characters[i]))
            {
                if (start >= 0 && TryParse(line.Slice(start, i - start)) is { } marker)
                    markers.Add(marker);
                start = -1;
                continue;
            }

            if (start < 0)
                start = i;
            i = SkipQuoted(line, i);
            if (i < 0)
                return [];
        }

        return markers;
    }

    /// <summary>Reads a whole word as a marker, or gives null.</summary>
    public static HeredocMarker? TryParse(LogicalText word)
    {
        var characters = word.Characters;
        var i = 0;
        while (i < characters.Length && characters[i] is >= '0' and <= '9')
            i++;
        if (i + 2 >= characters.Length || characters[i] != '<' || characters[i + 1] != '<')
            return null;

        var delimiter = i + 2;
        var stripsTabs = characters[delimiter] == '-';
        if (stripsTabs)
            delimiter++;
        var raw = word.Slice(delimiter);
        if (raw.Length == 0 || raw.Characters.IndexOf('<') >= 0 || !IsOneWord(raw))
            return null;
        var name = VariableExpansion.Unquote(raw, Escape).Text;
        if (name.Length == 0)
            return null;
        _ = int.TryParse(characters.Slice(0, Math.Min(i, 9)).ToString(), out var descriptor);
        return new HeredocMarker(word.Span, name, descriptor, IsExpanded: raw.Characters.SequenceEqual(name.AsSpan()), stripsTabs);
    }

    private static bool IsOneWord(LogicalText text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                return false;
            i = SkipQuoted(text, i);
            if (i < 0)
                return false;
        }

        return true;
    }

    /// <summary>Last offset of the quoted stretch, escape or reference that begins at an offset, the offset itself when there is none, -1 when it does not end.</summary>
    private static int SkipQuoted(LogicalText text, int offset)
    {
        switch (text[offset])
        {
            case Escape:
                return Math.Min(offset + 1, text.Length - 1);
            case '\'' or '"':
                return VariableExpansion.EndOfQuote(text, offset, Escape) - 1;
            case '$' when offset + 1 < text.Length && text[offset + 1] == '{':
                return VariableExpansion.EndOfReference(text, offset, Escape) - 1;
            default:
                return offset;
        }
    }
}
