using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Rules.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rules.Helm.Templates;

/// <summary>Secrets of the values that an action prints.</summary>
internal static class PrintedValues
{
    /// <summary>The first one of the action; null where it prints none, or something that does not give it away.</summary>
    public static GoTemplateNode? Secret(ActionNode action, ChartModel chart)
    {
        if (action.Pipeline.Variables.Length > 0)
            return null;
        GoTemplateNode? secret = null;
        foreach (var node in TemplateWalk.Nodes(action.Pipeline))
        {
            // What is tested, counted, hashed or handed to a named template.
            if (node is FunctionNode { Name: "empty" or "eq" or "ne" or "not" or "and" or "or" or "len" or "hasKey" or "ternary" or "sha256sum" or "sha1sum" or "htpasswd" or "bcrypt" or "include" or "tpl" or "dict" or "list" or "kindIs" or "default" or "coalesce" or "required" })
                return null;
            if (secret is null && ValuePaths.Of(node) is { Length: > 0 } path && SecretKeys.IsSecretItself(path[path.Length - 1]) && IsText(ValuePaths.Find(chart, path)))
                secret = node;
        }

        return secret;
    }

    // A switch or a group of settings has such a name too.
    private static bool IsText(GoValue? value) => value is null or GoNil or GoString;
}
