using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>Finds the actions of templates by the places that rendered text names.</summary>
internal static class TemplateActions
{
    /// <summary>The action that holds a place; null where none does.</summary>
    public static GoTemplateNode? Find(IEnumerable<GoTemplateFile> files, SourceLocation place)
    {
        foreach (var file in files)
        {
            if (file.Source != place.Source)
                continue;
            foreach (var node in TemplateWalk.Nodes(file))
            {
                if (node is ActionNode or TemplateNode && node.Span.Contains(place.Span))
                    return node;
            }
        }

        return null;
    }
}
