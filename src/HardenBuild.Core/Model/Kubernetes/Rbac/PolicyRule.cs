using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Rbac;

/// <summary>A rule of a Role or ClusterRole: which verbs are allowed on which resources.</summary>
internal sealed class PolicyRule
{
    private const string Any = "*";

    public PolicyRule(YamlMapping root)
    {
        var fields = new ManifestFields(root);
        ApiGroups = fields.Texts("apiGroups");
        Resources = fields.Texts("resources");
        Verbs = fields.Texts("verbs");
        ResourceNames = fields.Texts("resourceNames");
    }

    public TextList ApiGroups { get; }

    public TextList Resources { get; }

    public TextList Verbs { get; }

    public TextList ResourceNames { get; }

    /// <summary>The rule is only about objects of certain names, or that cannot be told.</summary>
    public bool IsNarrowed => ResourceNames.IsUnknown || !ResourceNames.Items.IsEmpty;

    public Located<string>? EveryResource => Find(Resources, Any);

    public Located<string>? EveryVerb => Find(Verbs, Any);

    public Located<string>? EveryGroup => Find(ApiGroups, Any);

    /// <summary>All of the API: every verb on every resource of every group.</summary>
    public bool IsEverything => EveryResource is not null && EveryGroup is not null && EveryVerb is not null && !IsNarrowed;

    /// <summary>The item that brings a resource into the rule.</summary>
    public Located<string>? Grant(ResourceType type)
    {
        if (!IsInGroups(type))
            return null;
        var slash = type.Name.IndexOf('/');
        foreach (var item in Resources.Items)
        {
            if (item.Value == type.Name || item.Value == Any || (slash > 0 && IsSubresource(item.Value, type.Name, slash)))
                return item;
        }

        return null;
    }

    /// <summary>The first item that brings one of the resources into the rule.</summary>
    public Located<string>? Grant(ImmutableArray<ResourceType> types)
    {
        Located<string>? first = null;
        foreach (var type in types)
        {
            if (Grant(type) is { } item && (first is not { } known || item.Location.Span.Start < known.Location.Span.Start))
                first = item;
        }

        return first;
    }

    /// <summary>The first item that allows one of the verbs.</summary>
    public Located<string>? Allows(params ReadOnlySpan<string> verbs)
    {
        foreach (var item in Verbs.Items)
        {
            if (item.Value == Any)
                return item;
            foreach (var verb in verbs)
            {
                if (item.Value == verb)
                    return item;
            }
        }

        return null;
    }

    // 'pods/*' is not a pattern of the API, but says what its writer means; '*/exec' is one.
    private static bool IsSubresource(string item, string name, int slash) =>
        item.Length > 2
        && ((item[0] == '*' && item[1] == '/' && string.CompareOrdinal(item, 1, name, slash, name.Length) == 0)
            || (item.Length == slash + 2 && item[slash] == '/' && item[slash + 1] == '*' && string.CompareOrdinal(item, 0, name, 0, slash) == 0));

    // Without groups the API refuses the rule; what is meant is clear.
    private bool IsInGroups(ResourceType type)
    {
        if (ApiGroups is { Items.IsEmpty: true, IsUnknown: false })
            return true;
        foreach (var group in ApiGroups.Items)
        {
            if (group.Value == Any || type.Groups.Contains(group.Value))
                return true;
        }

        return false;
    }

    private static Located<string>? Find(TextList list, string text)
    {
        foreach (var item in list.Items)
        {
            if (item.Value == text)
                return item;
        }

        return null;
    }
}
