using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>Text between actions, after trimming.</summary>
internal sealed class TextNode(TextSpan span, string text) : GoTemplateNode(span, span.Start)
{
    private TextOrigin? _origin;

    public string Text { get; } = text;

    public bool IsBlank
    {
        get
        {
            foreach (var c in Text)
            {
                if (!char.IsWhiteSpace(c))
                    return false;
            }

            return true;
        }
    }

    /// <summary>The origin of the text where no template was called to get here.</summary>
    public TextOrigin OriginIn(SourceText source) => _origin ??= new TextOrigin(LocationIn(source), IsVerbatim: true, null, null, null);

    public override void WriteTo(StringBuilder output) => output.Append(Text);
}
