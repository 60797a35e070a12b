using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Reads the bodies of an instruction's heredocs, which follow its line in order.</summary>
internal sealed class HeredocReader(string content, ErrorList errors)
{
    private Dictionary<string, int>? _lastLines;
    private bool _hasReported;

    /// <param name="position">Start of the line after the instruction's; moved past the last terminator.</param>
    public ImmutableArray<Heredoc> Read(LogicalText line, ref int position)
    {
        var markers = HeredocMarker.FindAll(line);
        if (markers.Count == 0)
            return [];
        var heredocs = ImmutableArray.CreateBuilder<Heredoc>(markers.Count);
        foreach (var marker in markers)
            heredocs.Add(Read(marker, ref position));
        return heredocs.ToImmutable();
    }

    private Heredoc Read(HeredocMarker marker, ref int position)
    {
        var start = position;
        if (FindTerminator(marker, start) is { } terminator)
        {
            position = terminator.Next;
            return Create(marker, TextSpan.FromBounds(start, terminator.Start), TextSpan.FromBounds(terminator.Start, terminator.End), isTerminated: true);
        }

        // A builder stops at the first one, and whether those after it are heredocs at all is a guess.
        if (!_hasReported)
            errors.Add(marker.Span, $"Heredoc '{marker.Name}' does not end; put '{marker.Name}' on a line of its own after its text");
        _hasReported = true;
        position = EndOfUnterminatedBody(start);
        return Create(marker, TextSpan.FromBounds(start, position), new TextSpan(position, 0), isTerminated: false);
    }

    private PhysicalLine? FindTerminator(HeredocMarker marker, int start)
    {
        // Once one terminator was missing, an index of all lines keeps a file full of open heredocs linear.
        if (_lastLines is not null && (!_lastLines.TryGetValue(marker.Name, out var last) || last < start))
            return null;
        for (var position = start; position < content.Length;)
        {
            var line = PhysicalLine.At(content, position);
            if (IsTerminator(line, marker))
                return line;
            position = line.Next;
        }

        _lastLines ??= IndexLines(start);
        return null;
    }

    private bool IsTerminator(PhysicalLine line, HeredocMarker marker)
    {
        var start = marker.StripsTabs ? SkipTabs(line.Start, line.End) : line.Start;
        return line.End - start == marker.Name.Length && string.CompareOrdinal(content, start, marker.Name, 0, marker.Name.Length) == 0;
    }

    /// <summary>The last place of every line from an offset on, without leading tabs.</summary>
    private Dictionary<string, int> IndexLines(int start)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var position = start; position < content.Length;)
        {
            var line = PhysicalLine.At(content, position);
            lines[content.Substring(line.Start, line.End - line.Start)] = line.Start;
            var text = SkipTabs(line.Start, line.End);
            lines[content.Substring(text, line.End - text)] = line.Start;
            position = line.Next;
        }

        return lines;
    }

    /// <summary>Recovery: the body ends where a line begins like an instruction in capitals.</summary>
    private int EndOfUnterminatedBody(int start)
    {
        for (var position = start; position < content.Length;)
        {
            var line = PhysicalLine.At(content, position);
            if (line.TextStart == line.Start && !line.IsEmpty && char.IsUpper(content[line.Start]) && IsInstruction(line))
                return position;
            position = line.Next;
        }

        return content.Length;
    }

    private bool IsInstruction(PhysicalLine line)
    {
        var text = content.AsSpan(line.Start, line.End - line.Start);
        var end = DockerfileCharacters.SkipNonBlanks(text, 0);
        if (end == text.Length || InstructionKeywords.Parse(text.Slice(0, end)) == InstructionKind.Unknown)
            return false;
        foreach (var c in text.Slice(0, end))
        {
            if (!char.IsUpper(c))
                return false;
        }

        return true;
    }

    private Heredoc Create(HeredocMarker marker, TextSpan body, TextSpan terminator, bool isTerminated) => new()
    {
        MarkerSpan = marker.Span,
        Name = marker.Name,
        FileDescriptor = marker.FileDescriptor,
        IsExpanded = marker.IsExpanded,
        StripsTabs = marker.StripsTabs,
        BodySpan = body,
        TerminatorSpan = terminator,
        IsTerminated = isTerminated,
        Body = BodyText(body, marker.StripsTabs),
    };

    /// <summary>The body with line feeds only, so that files with CRLF read the same.</summary>
    private LogicalText BodyText(TextSpan body, bool stripsTabs)
    {
        if (!stripsTabs && content.IndexOf('\r', body.Start, body.Length) < 0)
            return LogicalText.Of(content, body);
        var builder = new LogicalTextBuilder(body.Start);
        for (var position = body.Start; position < body.End;)
        {
            var line = PhysicalLine.At(content, position);
            var start = stripsTabs ? SkipTabs(line.Start, line.End) : line.Start;
            builder.AppendVerbatim(content, start, line.End - start, start);
            if (line.Next > line.End && content[line.Next - 1] == '\n')
                builder.AppendVerbatim('\n', line.Next - 1);
            position = line.Next;
        }

        return builder.ToLogicalText();
    }

    private int SkipTabs(int start, int end)
    {
        while (start < end && content[start] == '\t')
            start++;
        return start;
    }
}
