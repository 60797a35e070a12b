using HardenBuild.Configuration;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>The comments of a Dockerfile in which people write suppressions.</summary>
internal static class DockerfileComments
{
    // A Dockerfile has no comments behind code. In RUN the shell has, and these tools read lines, not instructions.
    private static readonly string[] s_lineMarkers = ["nosem", "NOSONAR", "trivy:ignore:"];

    /// <summary>Comments and parser directives in the order of the text.</summary>
    public static List<SourceComment> Of(DockerfileSyntax syntax)
    {
        var comments = new List<SourceComment>();
        foreach (var directive in syntax.Directives)
            comments.Add(new SourceComment(directive.Span, IsOwnLine: true) { IsDirective = true });
        foreach (var comment in syntax.Comments)
            comments.Add(new SourceComment(comment.Span, IsOwnLine: true));

        foreach (var marker in s_lineMarkers)
            AddOfShell(syntax, marker, comments);
        comments.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return [.. comments.Where((comment, i) => i == 0 || comment.Span.Start != comments[i - 1].Span.Start)];
    }

    private static void AddOfShell(DockerfileSyntax syntax, string marker, List<SourceComment> comments)
    {
        var text = syntax.Source.Content;
        var instruction = 0;
        for (var found = text.IndexOf(marker, StringComparison.Ordinal); found >= 0; found = text.IndexOf(marker, found, StringComparison.Ordinal))
        {
            while (instruction < syntax.Instructions.Length && syntax.Instructions[instruction].Span.End <= found)
                instruction++;
            if (instruction == syntax.Instructions.Length)
                return;

            var line = syntax.Source.GetLine(syntax.Source.GetLineIndex(found));
            var isShell = syntax.Instructions[instruction] is RunInstruction run && run.Span.Start <= found;
            if (isShell && FindHash(text, line.Start, found) is { } hash)
            {
                comments.Add(new SourceComment(TextSpan.FromBounds(hash, line.End), string.IsNullOrWhiteSpace(text.Substring(line.Start, hash - line.Start))));
                found = line.End;
            }
            else
            {
                found += marker.Length;
            }
        }
    }

    /// <summary>The beginning of the shell comment around a place.</summary>
    private static int? FindHash(string text, int lineStart, int place)
    {
        // What stands between the # and a marker is short; looking further back would be quadratic in a long line.
        const int Reach = 200;
        var hash = text.LastIndexOf('#', place, Math.Min(Reach, place - lineStart + 1));
        return hash < 0 || (hash > lineStart && !char.IsWhiteSpace(text[hash - 1])) ? null : hash;
    }
}
