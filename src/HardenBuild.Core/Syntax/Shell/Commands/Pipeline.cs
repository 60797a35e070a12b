using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>Commands that feed one another, at least one, in order.</summary>
internal sealed class Pipeline(TextSpan span, ImmutableArray<ShellCommand> commands, ImmutableArray<TextSpan> operators) : ShellNode(span)
{
    public ImmutableArray<ShellCommand> Commands => commands;

    /// <summary>The <c>|</c> or <c>|&amp;</c> between command n and n + 1.</summary>
    public ImmutableArray<TextSpan> Operators => operators;

    /// <summary>True after <c>!</c>.</summary>
    public bool IsNegated { get; init; }

    internal override void AddChildren(List<ShellNode> children) => children.AddRange(commands);
}
