using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>The comments <c># hadolint shell=powershell</c>, which say what shell a base image has that nobody else can know.</summary>
internal sealed class ShellPragmas
{
    private readonly Queue<(int Start, string Shell)> _pragmas = new();

    public ShellPragmas(DockerfileSyntax syntax)
    {
        foreach (var comment in syntax.Comments)
        {
            if (Read(syntax.Source.Content, comment) is { } shell)
                _pragmas.Enqueue((comment.Span.Start, shell));
        }
    }

    /// <summary>Takes the comments before a place, and returns the shell of the last one; null where there is none. To be asked stage by stage.</summary>
    public string? TakeBefore(int end)
    {
        string? shell = null;
        while (_pragmas.Count > 0 && _pragmas.Peek().Start < end)
            shell = _pragmas.Dequeue().Shell;
        return shell;
    }

    private static string? Read(string text, DockerfileComment comment)
    {
        var reader = CommentReader.OfComment(text, comment.Span);
        if (!reader.TryRead("hadolint") || !reader.SkipBlanks() || !reader.TryRead("shell"))
            return null;

        reader.SkipBlanks();
        if (!reader.TryRead("="))
            return null;

        reader.SkipBlanks();
        var name = reader.SkipWhile(static c => !char.IsWhiteSpace(c));
        reader.SkipBlanks();
        var isWhole = reader.IsAtEnd || reader.TryRead("#");
        return isWhole && !name.IsEmpty ? text.Substring(name.Start, name.Length) : null;
    }
}
