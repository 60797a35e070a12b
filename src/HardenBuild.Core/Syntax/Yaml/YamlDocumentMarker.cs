namespace HardenBuild.Syntax.Yaml;

/// <summary>The line that starts a document.</summary>
internal static class YamlDocumentMarker
{
    /// <summary>The first <c>---</c> at the start of a line at or after both offsets; -1 where there is none.</summary>
    /// <remarks>YAML 1.2.2, section 9.1.2: the marker is followed by white space or the end of the text.</remarks>
    public static int Find(string text, int from, int notBefore) => Find(text, from, notBefore, text.Length);

    /// <param name="end">Where the search ends.</param>
    public static int Find(string text, int from, int notBefore, int end)
    {
        for (var at = Math.Max(0, Math.Max(from, notBefore) - 1); at < end; at++)
        {
            at = text.IndexOf("---", at, end - at, StringComparison.Ordinal);
            if (at < 0)
                return -1;
            var startsLine = at == 0 || text[at - 1] is '\n' or '\r';
            var endsWord = at + 3 == text.Length || text[at + 3] is ' ' or '\t' or '\r' or '\n';
            if (startsLine && endsWord && at >= from && at >= notBefore)
                return at;
        }

        return -1;
    }
}
