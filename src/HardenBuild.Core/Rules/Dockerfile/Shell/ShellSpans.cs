using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>Finds characters of a script's words in the file.</summary>
internal static class ShellSpans
{
    /// <summary>Some characters of a part as written; the whole part when it is not written in one stretch.</summary>
    public static TextSpan Within(ShellPart part, int start, int length) =>
        part.Span.Length == part.Raw.Length ? new TextSpan(part.Span.Start + start, length) : part.Span;

    /// <summary>Some characters of a word as written; the whole word when it is not written in one stretch.</summary>
    public static TextSpan Within(ShellWord word, int start, int length) =>
        word.Span.Length == word.Raw.Length ? new TextSpan(word.Span.Start + start, length) : word.Span;

    /// <summary>The first characters of a construct.</summary>
    public static TextSpan StartOf(ShellNode node, int length) => new(node.Span.Start, Math.Min(length, node.Span.Length));
}
