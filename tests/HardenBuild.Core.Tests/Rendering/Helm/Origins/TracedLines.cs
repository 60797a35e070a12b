using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rendering.Helm.Origins;

/// <summary>What a traced text says about its lines.</summary>
internal static class TracedLines
{
    /// <summary>Lines of which no character says where it came from, zero-based.</summary>
    public static IEnumerable<int> Untraced(TracedText text)
    {
        var starts = Starts(text.Content);
        for (var line = 0; line < starts.Count; line++)
        {
            var (start, end) = (starts[line], line + 1 < starts.Count ? starts[line + 1] : text.Content.Length);
            for (var offset = start; offset < end; offset++)
            {
                if (text.SegmentAt(offset) is not { Origin.Place.Source.Path.Length: > 0 } segment || segment.Start > offset)
                {
                    yield return line;
                    break;
                }
            }
        }
    }

    /// <summary>Whether a line names a line of a values file as one that took part in it.</summary>
    /// <param name="line">Zero-based.</param>
    public static bool Names(TracedText text, int line, string valuesFile, int valuesLine)
    {
        var starts = Starts(text.Content);
        var (start, end) = (starts[line], line + 1 < starts.Count ? starts[line + 1] : text.Content.Length);
        // An empty last line is the line break that ends the text.
        for (var i = text.IndexAt(Math.Min(start, text.Content.Length - 1)); i >= 0 && i < text.Segments.Length && (text.Segments[i].Start < end || start == end); i++)
        {
            foreach (var value in ValueOrigins.WithTested(text.Segments[i].Origin))
            {
                if (value.Location.Source.Path == valuesFile && Contains(value, valuesLine))
                    return true;
            }
        }

        return false;
    }

    private static bool Contains(ValueOrigin value, int line) =>
        value.Location.Source.GetLineIndex(value.Location.Span.Start) <= line && value.Location.Source.GetLineIndex(value.Location.Span.End) >= line;

    private static List<int> Starts(string text)
    {
        List<int> starts = [0];
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        return starts;
    }
}
