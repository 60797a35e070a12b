using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>A rule of an audit policy: the first one that fits a request decides how much of it is logged.</summary>
/// <remarks>audit.k8s.io/v1, PolicyRule.</remarks>
internal sealed class AuditPolicyRule(YamlMapping root)
{
    private readonly ManifestFields _fields = new(root);

    /// <summary><c>None</c>, <c>Metadata</c>, <c>Request</c> or <c>RequestResponse</c>.</summary>
    public Setting<string> Level => _fields.Text("level");

    /// <summary>The rule writes the contents of objects into the log.</summary>
    public bool LogsContents => Level.Known is { Value: "Request" or "RequestResponse" };

    /// <summary>The rule fits only some users, verbs, namespaces or paths: it does not decide for all requests.</summary>
    public bool IsRestricted =>
        Has("users") || Has("userGroups") || Has("verbs") || Has("namespaces") || Has("nonResourceURLs");

    /// <summary>The rule fits only reading.</summary>
    public bool IsAboutReading
    {
        get
        {
            var verbs = _fields.Texts("verbs");
            foreach (var verb in verbs.Items)
            {
                if (verb.Value is not ("get" or "list" or "watch"))
                    return false;
            }

            return !verbs.Items.IsEmpty;
        }
    }

    /// <summary>The rule fits requests about objects of that kind.</summary>
    /// <param name="group">The API group; empty for the core group.</param>
    /// <param name="resource"><c>pods</c>, or <c>pods/exec</c> for a subresource.</param>
    public bool Covers(string group, string resource)
    {
        if (Has("nonResourceURLs"))
            return false;
        if (!Has("resources"))
            return true;
        foreach (var entry in _fields.Objects("resources"))
        {
            var fields = new ManifestFields(entry);
            if ((fields.Text("group").Known?.Value ?? "") == group && !IsNotEmpty(entry["resourceNames"]) && Names(fields.Texts("resources"), resource))
                return true;
        }

        return false;
    }

    private static bool Names(TextList resources, string resource)
    {
        if (resources.Items.IsEmpty)
            return !resources.IsUnknown;
        var slash = resource.IndexOf('/');
        var (ofParent, ofEvery) = slash > 0 ? ($"{resource.Substring(0, slash)}/*", $"*{resource.Substring(slash)}") : (resource, resource);
        foreach (var item in resources.Items)
        {
            // 'pods/*' are the subresources of pods, '*/exec' that subresource of everything.
            if (item.Value == "*" || item.Value == resource || item.Value == ofParent || item.Value == ofEvery)
                return true;
        }

        return false;
    }

    private static bool IsNotEmpty(YamlNode? list) => list?.AsSequence is { Items.IsEmpty: false };

    private bool Has(string key) => IsNotEmpty(root[key]);
}
