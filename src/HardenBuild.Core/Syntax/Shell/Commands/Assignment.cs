using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>NAME=value</c> before a command, or alone.</summary>
internal sealed class Assignment(TextSpan span, string name, ShellWord? value, ImmutableArray<ShellWord> elements) : ShellNode(span)
{
    /// <summary>The variable's name, without a subscript.</summary>
    public string Name => name;

    /// <summary>The value; null for <c>NAME=</c> and for an array.</summary>
    public ShellWord? Value => value;

    /// <summary>The elements of <c>NAME=(a b)</c>; empty otherwise.</summary>
    public ImmutableArray<ShellWord> Elements => elements;

    internal override void AddChildren(List<ShellNode> children)
    {
        if (value is not null)
            children.Add(value);
        children.AddRange(elements);
    }
}
