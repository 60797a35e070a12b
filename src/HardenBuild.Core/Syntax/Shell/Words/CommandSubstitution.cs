using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>$(...)</c> or backticks: the output of the commands becomes text.</summary>
internal sealed class CommandSubstitution(TextSpan span, RawText raw, ShellList body) : ShellPart(span, raw)
{
    public ShellList Body => body;

    public bool IsBacktick => Raw.Source[Raw.Start] == '`';

    internal override void AddChildren(List<ShellNode> children) => children.Add(body);
}
