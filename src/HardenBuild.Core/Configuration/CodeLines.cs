using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>Which lines of a file are neither blank nor comments.</summary>
internal sealed class CodeLines
{
    private readonly int[] _next;

    /// <param name="comments">Above the first other line, every line that begins with <c>#</c> counts as a comment, listed or not: parser directives are not. So does the <c>---</c> above a first YAML document.</param>
    public CodeLines(SourceText source, IReadOnlyList<SourceComment> comments)
    {
        var isComment = new bool[source.LineCount];
        foreach (var comment in comments)
        {
            if (comment.IsOwnLine)
                isComment[source.GetLineIndex(comment.Span.Start)] = true;
        }

        First = 0;
        while (First < source.LineCount && (isComment[First] || FirstCharacter(source, First) is '\0' or '#' || IsDocumentMarker(source, First)))
            isComment[First++] = true;

        _next = new int[source.LineCount + 1];
        _next[source.LineCount] = source.LineCount;
        for (var line = source.LineCount - 1; line >= 0; line--)
            _next[line] = isComment[line] || FirstCharacter(source, line) == '\0' ? _next[line + 1] : line;
    }

    /// <summary>Zero-based; the number of lines where there is no code.</summary>
    public int First { get; }

    /// <summary>The first line of code behind a line; the number of lines where there is none.</summary>
    public int After(int line) => _next[line + 1];

    private static bool IsDocumentMarker(SourceText source, int line)
    {
        const string Marker = "---";
        var span = source.GetLine(line);
        return string.CompareOrdinal(source.Content, span.Start, Marker, 0, Marker.Length) == 0
            && source.Substring(span).TrimEnd() is Marker;
    }

    private static char FirstCharacter(SourceText source, int line)
    {
        var span = source.GetLine(line);
        for (var i = span.Start; i < span.End; i++)
        {
            if (!char.IsWhiteSpace(source.Content[i]))
                return source.Content[i];
        }

        return '\0';
    }
}
