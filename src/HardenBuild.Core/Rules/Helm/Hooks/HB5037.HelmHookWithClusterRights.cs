using HardenBuild.Model.Helm;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Helm.Hooks;

/// <summary>A hook that may take over the cluster.</summary>
internal sealed class HelmHookWithClusterRights() : ReleaseRule("HB5037", RuleSeverity.Warning, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(Release release)
    {
        foreach (var workload in release.Objects.Workloads)
        {
            if (ReleaseHook.Of(workload.Object) is not { Events.IsEmpty: false } hook || ServiceAccounts.NameOf(workload.Pod) is not { } account || account == ServiceAccounts.Default)
                continue;
            foreach (var binding in release.Objects.Access.Bindings)
            {
                if (!binding.IsClusterWide || !binding.Subjects.Any(subject => subject.Kind.Is("ServiceAccount") && subject.Name.Is(account) && IsHere(subject.Namespace, workload)))
                    continue;
                if (!binding.IsToClusterAdmin && !(release.Objects.Access.RoleOf(binding) is { IsClusterRole: true } role && release.Objects.Access.RulesOf(role).Any(IsDangerous)))
                    continue;
                yield return Report(hook.Annotation.Location, workload.LogicalPath, binding.RoleName.Known?.Value ?? "") with
                {
                    LogicalPath = workload.LogicalPath,
                    AtMost = hook.IsTest ? RuleSeverity.Suggestion : RuleSeverity.Error,
                    Related = [new RelatedLocation(binding.Object.NameLocation, "Bound here")],
                };
                break;
            }
        }
    }

    // Objects without a namespace go where the release goes.
    private static bool IsHere(Setting<string> @namespace, Workload workload) =>
        @namespace.Known is not { } known || workload.Object.Namespace.Known is not { } own || known.Value == own.Value;

    private static bool IsDangerous(PolicyRule rule) =>
        !rule.IsNarrowed && (rule.IsEverything || (rule.EveryVerb is not null && rule.EveryResource is not null) || Permissions.ReadSecrets(rule) is not null
            || Permissions.Impersonate(rule) is not null || Permissions.Escalate(rule) is not null || Permissions.Bind(rule) is not null);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmHookWithClusterRights),
        Title = "Hook runs with rights over the whole cluster",
        MessageFormat = "The hook '{0}' runs with the cluster role '{1}', which amounts to all rights in the cluster; bind a Role of the namespace, or name the objects that it needs",
        Rationale = "A hook runs at each installation and upgrade with whatever image the chart names. One that reads secrets or gives rights in the whole cluster hands the cluster to whoever changes that image.",
        WhenToIgnore = "When the hook manages objects of the cluster and its image is pinned by digest.",
        CatalogueSlugs = ["helm-hook-with-cluster-rights"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K03:2022")],
        Violations = [new("templates/migrate.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ef-migrate\n  annotations:\n    helm.sh/hook: [|pre-upgrade|]\nspec:\n  template:\n    spec:\n      serviceAccountName: migrate\n      restartPolicy: Never\n      containers:\n        - name: migrate\n          image: example/migrate:1.2\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: migrate\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: cluster-admin\nsubjects:\n  - kind: ServiceAccount\n    name: migrate\n    namespace: {{ .Release.Namespace }}\n")],
        Fixed = [new("templates/migrate.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ef-migrate\n  annotations:\n    helm.sh/hook: pre-upgrade\nspec:\n  template:\n    spec:\n      serviceAccountName: migrate\n      restartPolicy: Never\n      containers:\n        - name: migrate\n          image: example/migrate:1.2\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: migrate\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: migrate\nsubjects:\n  - kind: ServiceAccount\n    name: migrate\n    namespace: {{ .Release.Namespace }}\n")],
    };
}
