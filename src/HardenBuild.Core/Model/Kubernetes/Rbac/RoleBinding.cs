using System.Collections.Immutable;

namespace HardenBuild.Model.Kubernetes.Rbac;

/// <summary>A RoleBinding or ClusterRoleBinding.</summary>
internal sealed class RoleBinding
{
    private RoleBinding(KubernetesObject manifest)
    {
        Object = manifest;
        var fields = new ManifestFields(manifest.Root);
        var role = fields.Object("roleRef");
        RoleKind = role.Text("kind");
        RoleName = role.Text("name");
        Subjects = [.. fields.Objects("subjects").Select(static subject => new RoleSubject(subject))];
    }

    public KubernetesObject Object { get; }

    public Setting<string> RoleKind { get; }

    public Setting<string> RoleName { get; }

    public ImmutableArray<RoleSubject> Subjects { get; }

    /// <summary>It holds in all namespaces and for what lies in none.</summary>
    public bool IsClusterWide => Object.Kind.Value == "ClusterRoleBinding";

    /// <summary>It gives the role that may do everything, whether or not its text is in sight.</summary>
    public bool IsToClusterAdmin => RoleName.Is(BuiltInRoles.ClusterAdmin) && !RoleKind.Is("Role");

    /// <summary>One that comes with Kubernetes.</summary>
    public bool IsBuiltIn => BuiltInRoles.Contains(Object) || (IsClusterWide && Object.Name.Is(BuiltInRoles.ClusterAdmin));

    public static RoleBinding? From(KubernetesObject manifest) =>
        manifest.Kind.Value is "RoleBinding" or "ClusterRoleBinding" && manifest.ApiGroup == Role.ApiGroup ? new RoleBinding(manifest) : null;

    public override string ToString() => Object.LogicalPath;
}
