using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate.Nodes;

/// <summary>What stands in a file, a definition, or a branch of a control structure.</summary>
internal sealed class ListNode(TextSpan span, int anchor, GoTemplateNode[] items) : GoTemplateNode(span, anchor)
{
    public GoTemplateNode[] Items { get; } = items;

    /// <summary>Whether it holds nothing but blanks: then it never replaces a template of the same name.</summary>
    public bool IsEmpty
    {
        get
        {
            foreach (var item in Items)
            {
                if (item is not TextNode { IsBlank: true })
                    return false;
            }

            return true;
        }
    }

    public override void WriteTo(StringBuilder output)
    {
        foreach (var item in Items)
            item.WriteTo(output);
    }
}
