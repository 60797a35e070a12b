using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>Connects a file descriptor to a file, another descriptor or text.</summary>
internal sealed class Redirection(TextSpan span, RedirectionOperator @operator, ShellWord? target, Redirection.Lines? lines) : ShellNode(span)
{
    public RedirectionOperator Operator => @operator;

    /// <summary>The number before the operator; null when it is the operator's default.</summary>
    public int? FileDescriptor { get; init; }

    /// <summary>The file, descriptor, here-string or here-document delimiter; null when missing.</summary>
    public ShellWord? Target => target;

    public HereDocument? HereDocument => lines?.Document;

    internal override void AddChildren(List<ShellNode> children)
    {
        if (target is not null)
            children.Add(target);
        if (lines?.Document is { } document)
            children.Add(document);
    }

    /// <summary>Filled by the parser when it reaches the lines, which follow the redirection's own line; never changes after parsing.</summary>
    internal sealed class Lines
    {
        public HereDocument? Document { get; set; }
    }
}
