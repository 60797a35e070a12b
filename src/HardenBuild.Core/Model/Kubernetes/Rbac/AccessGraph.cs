using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.Rbac;

/// <summary>The roles, bindings and service accounts of a set, joined. What lies out of sight is left out.</summary>
internal sealed class AccessGraph
{
    private readonly ManifestSet _set;
    private readonly Dictionary<string, List<(RoleBinding Binding, RoleSubject Subject)>> _byAccount = new(StringComparer.Ordinal);
    private readonly Dictionary<Role, IReadOnlyList<PolicyRule>> _aggregated = [];
    private List<Role>? _clusterRoles;

    public AccessGraph(ManifestSet set)
    {
        _set = set;
        foreach (var manifest in set.OfKind(Role.ApiGroup, "RoleBinding").Concat(set.OfKind(Role.ApiGroup, "ClusterRoleBinding")))
        {
            if (manifest.RoleBinding is not { } binding)
                continue;
            Bindings.Add(binding);
            foreach (var subject in binding.Subjects)
            {
                if (!subject.Kind.Is("ServiceAccount") || subject.Name.Known is not { } name)
                    continue;
                if (!_byAccount.TryGetValue(name.Value, out var list))
                    _byAccount.Add(name.Value, list = []);
                list.Add((binding, subject));
            }
        }
    }

    public List<RoleBinding> Bindings { get; } = [];

    /// <summary>The role that a binding gives; null where it is out of sight or cannot be told.</summary>
    public Role? RoleOf(RoleBinding binding)
    {
        if (binding.RoleName.Known is not { } name || binding.RoleKind.Known is not { Value: "Role" or "ClusterRole" } kind)
            return null;
        var @namespace = kind.Value == "Role" ? binding.Object.Namespace : default;
        return _set.Resolve(kind.Value, @namespace, name.Value, binding.Object)?.Role;
    }

    /// <summary>The rules of a role, those that the cluster copies into it included.</summary>
    public IReadOnlyList<PolicyRule> RulesOf(Role role)
    {
        if (role.Selectors.IsEmpty)
            return role.Rules;
        if (!_aggregated.TryGetValue(role, out var rules))
            _aggregated.Add(role, rules = [.. role.Rules, .. ClusterRoles.Where(other => other != role && role.Selectors.Any(selector => IsSelected(selector, other))).SelectMany(static other => other.Rules)]);
        return rules;
    }

    /// <summary>The bindings that give a role to the service account of a workload, as far as it is certain.</summary>
    public IEnumerable<RoleBinding> BindingsOf(Workload workload) =>
        ServiceAccounts.NameOf(workload.Pod) is { } account ? BindingsOf(account, workload.Object.Namespace) : [];

    /// <summary>The bindings that give a role to a service account, as far as it is certain.</summary>
    public IEnumerable<RoleBinding> BindingsOf(string account, Setting<string> @namespace)
    {
        if (!_byAccount.TryGetValue(account, out var bound))
            yield break;
        foreach (var (binding, subject) in bound)
        {
            if (Namespaces.AreSame(subject.Namespace, @namespace) == Answer.Yes)
                yield return binding;
        }
    }

    private List<Role> ClusterRoles => _clusterRoles ??= [.. _set.OfKind(Role.ApiGroup, "ClusterRole").Select(static manifest => manifest.Role).OfType<Role>()];

    private static bool IsSelected(ManifestFields selector, Role role)
    {
        var labels = selector.Object("matchLabels").Mapping;
        if (labels is null || selector.Objects("matchExpressions").Length > 0)
            return false;
        foreach (var member in labels.Members)
        {
            if (member.Key is not { } key || member.Value.AsScalar is not { } value || !role.Object.Labels.Text(key.Value).Is(value.Value))
                return false;
        }

        return labels.Members.Length > 0;
    }
}
