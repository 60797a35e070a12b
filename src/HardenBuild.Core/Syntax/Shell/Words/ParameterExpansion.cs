using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>$x</c> or <c>${x...}</c>. POSIX.1-2024, Shell Command Language, section 2.6.2, and bash's additions.</summary>
internal sealed class ParameterExpansion(TextSpan span, RawText raw) : ShellPart(span, raw)
{
    /// <summary>Variable name, positional number or special parameter (<c>@ * # ? - $ !</c>); empty when malformed.</summary>
    public required string Name { get; init; }

    /// <summary><c>:-</c>, <c>##</c>, <c>//</c> and so on; empty when there is none.</summary>
    public string Operator { get; init; } = "";

    /// <summary>What follows the operator; null when nothing does.</summary>
    public ShellWord? Operand { get; init; }

    /// <summary>The subscript of an array element.</summary>
    public ShellWord? Index { get; init; }

    /// <summary><c>${#x}</c>.</summary>
    public bool IsLength { get; init; }

    /// <summary><c>${!x}</c>.</summary>
    public bool IsIndirect { get; init; }

    internal override void AddChildren(List<ShellNode> children)
    {
        if (Index is not null)
            children.Add(Index);
        if (Operand is not null)
            children.Add(Operand);
    }
}
