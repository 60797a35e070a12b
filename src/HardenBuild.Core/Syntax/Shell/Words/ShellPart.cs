using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>One piece of a word.</summary>
internal abstract class ShellPart(TextSpan span, RawText raw) : ShellNode(span)
{
    /// <summary>The piece as written.</summary>
    public string Text => raw.ToString();

    /// <summary>The text after quote removal; null when only running the script can tell.</summary>
    public virtual string? LiteralValue => null;

    internal RawText Raw => raw;
}
