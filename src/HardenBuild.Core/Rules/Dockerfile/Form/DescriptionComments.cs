using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>Finds the comments that stand directly above instructions.</summary>
internal sealed class DescriptionComments
{
    private readonly SourceText _source;
    private readonly Dictionary<int, DockerfileComment> _byLine = [];

    private DescriptionComments(SourceText source) => _source = source;

    public static DescriptionComments Of(DockerfileSyntax syntax)
    {
        var comments = new DescriptionComments(syntax.Source);
        foreach (var comment in syntax.Comments)
            comments._byLine[syntax.Source.GetLineIndex(comment.Span.Start)] = comment;
        return comments;
    }

    /// <summary>The comment lines above an instruction without a gap, from top to bottom; those that speak to a linter are left out.</summary>
    public IReadOnlyList<DockerfileComment> Above(DockerfileInstruction instruction)
    {
        var lines = new List<DockerfileComment>();
        for (var line = _source.GetLineIndex(instruction.Span.Start) - 1; _byLine.TryGetValue(line, out var comment); line--)
        {
            if (!SpeaksToLinter(comment.Text))
                lines.Add(comment);
        }

        lines.Reverse();
        return lines;
    }

    private static bool SpeaksToLinter(string text)
    {
        foreach (var start in (string[])["hadolint ", "hardenbuild:", "check=", "trivy:", "checkov:", "kics-scan ", "nosemgrep", "NOSONAR", "shellcheck "])
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
