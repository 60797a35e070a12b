using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>Literal text: bare, or in single quotes, <c>$'..'</c>, or a run of characters within double quotes or a here-document.</summary>
/// <remarks>The span includes single quotes. Globs, tildes and braces stay literal.</remarks>
internal sealed class LiteralPart(TextSpan span, RawText raw, Quoting quoting, RawText content) : ShellPart(span, raw)
{
    public Quoting Quoting => quoting;

    public string Value { get; } = QuoteRemoval.Decode(content.Source, content.Start, content.End, quoting);

    public override string LiteralValue => Value;

    /// <summary>The text between the quotes, or all of it.</summary>
    internal RawText Content => content;

    internal override void AddChildren(List<ShellNode> children)
    {
    }
}
