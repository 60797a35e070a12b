using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Rbac;

/// <summary>Whom a binding gives a role to.</summary>
internal sealed class RoleSubject
{
    public RoleSubject(YamlMapping root)
    {
        var fields = new ManifestFields(root);
        Kind = fields.Text("kind");
        Name = fields.Text("name");
        Namespace = fields.Text("namespace");
        Location = Name.Known?.Location ?? root.Location;
    }

    public Setting<string> Kind { get; }

    public Setting<string> Name { get; }

    public Setting<string> Namespace { get; }

    /// <summary>The name, else the whole subject.</summary>
    public SourceLocation Location { get; }

    /// <summary>A program rather than a person: a service account, or a node, as a subject of its own or by the user name that the API gives it.</summary>
    public bool IsServiceAccountOrNode =>
        Kind.Is("ServiceAccount") || Kind.Is("Node")
        || (Name.Known is { } name && (name.Value.StartsWith("system:serviceaccount:", StringComparison.Ordinal) || name.Value.StartsWith("system:node:", StringComparison.Ordinal)));
}
