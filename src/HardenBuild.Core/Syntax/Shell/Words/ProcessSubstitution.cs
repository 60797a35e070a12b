using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>&lt;(...)</c> or <c>&gt;(...)</c>: a file name connected to the commands.</summary>
internal sealed class ProcessSubstitution(TextSpan span, RawText raw, ShellList body) : ShellPart(span, raw)
{
    public ShellList Body => body;

    /// <summary>True for <c>&lt;(...)</c>, whose commands are read from.</summary>
    public bool IsInput => Raw.Source[Raw.Start] == '<';

    internal override void AddChildren(List<ShellNode> children) => children.Add(body);
}
