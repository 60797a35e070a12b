using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Joins the physical lines of one instruction.</summary>
/// <remarks>A line goes on when its last character that is not a blank or tab is one escape character; two are text.</remarks>
internal sealed class LogicalLineReader(string content, char escape, Action<TextSpan> onComment)
{
    /// <param name="start">First character of the instruction.</param>
    public LogicalLine Read(int start)
    {
        var line = PhysicalLine.At(content, start);
        var cut = ContinuationAt(start, line.End);
        if (cut < 0)
            return new LogicalLine(LogicalText.Of(content, TextSpan.FromBounds(start, line.End)), line.End, line.Next, []);

        var builder = new LogicalTextBuilder(start);
        var emptyLines = ImmutableArray.CreateBuilder<TextSpan>();
        builder.AppendVerbatim(content, start, cut - start, start);
        var end = cut + 1;
        var position = line.Next;
        while (cut >= 0 && position < content.Length)
        {
            line = PhysicalLine.At(content, position);
            if (line.IsEmpty)
            {
                emptyLines.Add(TextSpan.FromBounds(line.Start, line.End));
            }
            else if (content[line.TextStart] == '#')
            {
                onComment(TextSpan.FromBounds(line.TextStart, line.End));
            }
            else
            {
                cut = ContinuationAt(line.Start, line.End);
                builder.AppendVerbatim(content, line.Start, (cut < 0 ? line.End : cut) - line.Start, line.Start);
                end = cut < 0 ? line.End : cut + 1;
            }

            position = line.Next;
        }

        return new LogicalLine(builder.ToLogicalText(), end, position, emptyLines.ToImmutable());
    }

    /// <summary>Offset of the escape character that continues the line, or -1.</summary>
    private int ContinuationAt(int start, int end)
    {
        var last = end - 1;
        while (last >= start && content[last] is ' ' or '\t')
            last--;
        if (last < start || content[last] != escape)
            return -1;
        return last > start && content[last - 1] == escape ? -1 : last;
    }
}
