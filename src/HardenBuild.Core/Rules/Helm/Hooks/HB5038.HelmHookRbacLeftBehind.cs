using HardenBuild.Model.Helm;

namespace HardenBuild.Rules.Helm.Hooks;

/// <summary>Rights that stay when the release is gone.</summary>
internal sealed class HelmHookRbacLeftBehind() : ReleaseRule("HB5038", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    internal override bool IsOncePerChart => true;

    public override IEnumerable<Finding> Analyze(Release release)
    {
        foreach (var manifest in release.Objects.Objects)
        {
            if (manifest.Kind.Value is not ("Role" or "RoleBinding" or "ClusterRole" or "ClusterRoleBinding" or "ServiceAccount" or "Secret") || ReleaseHook.Of(manifest) is not { Events.IsEmpty: false } hook)
                continue;
            if (hook.DeletePolicies.Contains("hook-succeeded") || hook.RunsAt("pre-delete", "post-delete") || release.HasOther(manifest, static other => ReleaseHook.Of(other) is null))
                continue;
            yield return Report(hook.Annotation.Location, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmHookRbacLeftBehind),
        Title = "Rights made for a hook stay when the release is removed",
        MessageFormat = "'{0}' is a hook, which 'helm uninstall' does not remove; add 'hook-succeeded' to 'helm.sh/hook-delete-policy'",
        Rationale = "Objects of hooks do not belong to the release. Without that policy they are only replaced by the next run of the hook, so the account, its rights and secrets outlive the software that they were made for.",
        WhenToIgnore = "When something else that is no hook uses the object.",
        CatalogueSlugs = ["helm-hook-rbac-left-behind"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(459), RuleReference.OwaspKubernetes("K03:2022")],
        Violations = [new("templates/account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ef-migrate\n  annotations:\n    helm.sh/hook: [|pre-upgrade|]\n")],
        Fixed = [new("templates/account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ef-migrate\n  annotations:\n    helm.sh/hook: pre-upgrade\n    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded\n")],
    };
}
