namespace HardenBuild.Syntax.Dockerfile;

/// <summary>A line of the file. Lines end at LF; carriage returns before it belong to the break.</summary>
/// <param name="TextStart">First character that is not white space, or <paramref name="End"/>.</param>
/// <param name="End">Just past the last character before the break.</param>
/// <param name="Next">Start of the next line, or the end of the text.</param>
internal readonly record struct PhysicalLine(int Start, int TextStart, int End, int Next)
{
    public bool IsEmpty => TextStart == End;

    public static PhysicalLine At(string content, int start)
    {
        var feed = content.IndexOf('\n', start);
        var end = feed < 0 ? content.Length : feed;
        var next = feed < 0 ? content.Length : feed + 1;
        while (end > start && content[end - 1] == '\r')
            end--;
        var text = start;
        while (text < end && char.IsWhiteSpace(content[text]))
            text++;
        return new PhysicalLine(start, text, end, next);
    }
}
