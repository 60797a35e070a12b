using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>A construct of a shell script.</summary>
/// <param name="span">The whole construct, in offsets of the text the caller parsed (mapped back for scripts read out of a quoted argument).</param>
internal abstract class ShellNode(TextSpan span)
{
    public TextSpan Span { get; } = span;

    /// <summary>Every simple command in or below this node, in source order: also in substitutions, control flow and functions.</summary>
    public IEnumerable<SimpleCommand> EnumerateCommands() => ShellWalk.Below<SimpleCommand>(this);

    /// <summary>Every pipeline in or below this node, in source order; a command without a pipe is a pipeline of one.</summary>
    public IEnumerable<Pipeline> EnumeratePipelines() => ShellWalk.Below<Pipeline>(this);

    /// <summary>Appends the direct children in source order.</summary>
    internal abstract void AddChildren(List<ShellNode> children);
}
