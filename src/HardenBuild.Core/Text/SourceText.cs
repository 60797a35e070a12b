namespace HardenBuild.Text;

/// <summary>A file's decoded text and its name. Never reads the disk.</summary>
/// <remarks>A byte-order mark is stripped, line breaks are kept as they are. A line ends at LF, CRLF or a lone CR.</remarks>
public sealed class SourceText
{
    private int[]? _lineStarts;

    private SourceText(string path, string content, bool hadByteOrderMark)
    {
        Path = path;
        Content = content;
        HadByteOrderMark = hadByteOrderMark;
    }

    /// <summary>Path relative to the repository root, with forward slashes.</summary>
    public string Path { get; }

    public string Content { get; }

    public bool HadByteOrderMark { get; }

    public int Length => Content.Length;

    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= IndexLines(Content);

    public static SourceText From(string path, string content) => content.Length > 0 && content[0] == '\uFEFF'
        ? new SourceText(path, content.Substring(1), hadByteOrderMark: true)
        : new SourceText(path, content, hadByteOrderMark: false);

    public string Substring(TextSpan span) => Content.Substring(span.Start, span.Length);

    public SourceLocation At(TextSpan span) => new(this, span);

    /// <summary>Line and column of an offset, in O(log lines).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is negative or past the end of the text.</exception>
    public LinePosition GetLinePosition(int offset)
    {
        if ((uint)offset > (uint)Content.Length)
            throw new ArgumentOutOfRangeException(nameof(offset));

        var line = GetLineIndex(offset);
        return new LinePosition(line, offset - LineStarts[line]);
    }

    /// <summary>Zero-based index of the line that holds an offset.</summary>
    public int GetLineIndex(int offset)
    {
        var index = Array.BinarySearch(LineStarts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The line's characters without its line break.</summary>
    public TextSpan GetLine(int line)
    {
        var start = LineStarts[line];
        var end = line + 1 < LineStarts.Length ? LineStarts[line + 1] : Content.Length;
        while (end > start && Content[end - 1] is '\n' or '\r')
            end--;
        return TextSpan.FromBounds(start, end);
    }

    public override string ToString() => Path;

    private static int[] IndexLines(string content)
    {
        var starts = new List<int>(Math.Max(4, content.Length / 32)) { 0 };
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '\n' || (c == '\r' && !(i + 1 < content.Length && content[i + 1] == '\n')))
                starts.Add(i + 1);
        }

        return starts.ToArray();
    }
}
