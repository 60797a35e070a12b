using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>Splits what a template rendered into documents, as a release of Helm does it, oddities included.</summary>
/// <remarks>Helm's pkg/release/v1/util/manifest.go. It also parts <c>---apiVersion: v1</c>, which the trimming of templates leaves at times.</remarks>
internal static class ManifestSplitter
{
    private const string Marker = "---";

    public static List<TracedText> Split(TracedText text, HelmVersion version)
    {
        var documents = new List<TracedText>();
        foreach (var span in Spans(text.Content, version))
            documents.Add(text.Substring(span.Start, span.Length));
        return documents;
    }

    public static List<TextSpan> Spans(string text, HelmVersion version)
    {
        var documents = new List<TextSpan>();
        if (version.IsFrom42)
            SplitAtLines(text, documents);
        else
            SplitAtBlanks(text, documents);
        return documents;
    }

    // From 4.2 on: (?m)^---[ \t]*, and what stands at the end of a document stays.
    private static void SplitAtLines(string text, List<TextSpan> documents)
    {
        var start = SkipBlanks(text, 0, text.Length);
        for (var line = start; ;)
        {
            var marker = line < text.Length && IsMarker(text, line) ? line : NextLine(text, line, static (text, at) => IsMarker(text, at));
            var end = marker < 0 ? text.Length : marker;
            var first = SkipBlanks(text, start, end);
            if (first < end)
                documents.Add(TextSpan.FromBounds(first, end));
            if (marker < 0)
                return;
            start = marker + Marker.Length;
            while (start < text.Length && text[start] is ' ' or '\t')
                start++;
            line = start;
        }
    }

    // Up to 4.1: (?:^|\s*\n)---\s* on the trimmed text, each document trimmed.
    private static void SplitAtBlanks(string text, List<TextSpan> documents)
    {
        var start = SkipBlanks(text, 0, text.Length);
        var stop = text.Length;
        while (stop > start && char.IsWhiteSpace(text[stop - 1]))
            stop--;
        var position = start;
        if (stop - start >= Marker.Length && IsMarker(text, start))
            position = start = SkipGoBlanks(text, start + Marker.Length, stop);
        for (; ; )
        {
            var marker = text.IndexOf("\n---", position, stop - position, StringComparison.Ordinal);
            var end = marker < 0 ? stop : marker;
            while (end > start && char.IsWhiteSpace(text[end - 1]))
                end--;
            var first = SkipBlanks(text, start, end);
            // What is blank but not empty is a document to Helm; it holds nothing and prints nothing but its source.
            if (first < end)
                documents.Add(TextSpan.FromBounds(first, end));
            if (marker < 0)
                return;
            start = position = SkipGoBlanks(text, marker + 1 + Marker.Length, stop);
        }
    }

    private static int NextLine(string text, int position, Func<string, int, bool> isWanted)
    {
        for (var line = text.IndexOf('\n', position); line >= 0; line = text.IndexOf('\n', line + 1))
        {
            if (isWanted(text, line + 1))
                return line + 1;
        }

        return -1;
    }

    private static bool IsMarker(string text, int at) => string.CompareOrdinal(text, at, Marker, 0, Marker.Length) == 0;

    private static int SkipBlanks(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }

    private static int SkipGoBlanks(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t' or '\n' or '\f' or '\r')
            start++;
        return start;
    }
}
