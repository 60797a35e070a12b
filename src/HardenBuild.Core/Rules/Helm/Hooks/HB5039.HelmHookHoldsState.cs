using HardenBuild.Model.Helm;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Secrets;
using HardenBuild.Model.Kubernetes.Storage;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Hooks;

/// <summary>Data that each upgrade deletes.</summary>
internal sealed class HelmHookHoldsState() : ReleaseRule("HB5039", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(Release release)
    {
        foreach (var manifest in release.Objects.Objects)
        {
            if (ReleaseHook.Of(manifest) is not { } hook || !hook.RunsAt("pre-install", "post-install", "pre-upgrade", "post-upgrade") || !hook.DeletePolicies.Contains("before-hook-creation"))
                continue;
            var finding = Report(hook.Annotation.Location, manifest.LogicalPath) with
            {
                LogicalPath = manifest.LogicalPath,
                AtMost = hook.RunsAt("pre-upgrade", "post-upgrade") ? RuleSeverity.Error : RuleSeverity.Suggestion,
            };
            if (manifest.Kind.Value is "PersistentVolumeClaim" or "StatefulSet" or "Namespace" or "CustomResourceDefinition")
                yield return finding;
            else if (Consumer(manifest, release) is { } consumer)
                yield return finding with { Related = [new RelatedLocation(consumer, "Used here")] };
        }
    }

    /// <summary>Where a workload that is no hook uses a Secret or ConfigMap; null where none does.</summary>
    private static SourceLocation? Consumer(KubernetesObject manifest, Release release)
    {
        if (manifest.Kind.Value is not ("Secret" or "ConfigMap") || manifest.Name.Known is not { } name)
            return null;
        foreach (var workload in release.Objects.Workloads)
        {
            if (ReleaseHook.Of(workload.Object) is not null)
                continue;
            if (manifest.Kind.Value == "Secret")
            {
                foreach (var reference in SecretReferences.Of(workload.Pod))
                {
                    if (reference.Secret.Is(name.Value))
                        return reference.Location;
                }
            }
            else
            {
                foreach (var (_, fields, key) in PodVolumes.OfType(workload.Pod, "configMap"))
                {
                    if (fields.Text("name").Known is { } used && used.Value == name.Value)
                        return used.Location;
                }
            }
        }

        return null;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmHookHoldsState),
        Title = "Hook holds what must survive an upgrade",
        MessageFormat = "'{0}' is a hook, which is deleted and made anew each time it runs; make it a part of the release",
        Rationale = "Helm deletes the object of a hook before it runs the hook again. A volume claim loses its data with it, and pods that use a deleted Secret or ConfigMap fail to start in the meantime.",
        WhenToIgnore = "When the object is meant to be made anew, and nothing is lost with it.",
        CatalogueSlugs = ["helm-hook-holds-state"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("templates/claim.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data-protection-keys\n  annotations:\n    helm.sh/hook: [|pre-install,pre-upgrade|]\n")],
        Fixed = [new("templates/claim.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data-protection-keys\n  annotations:\n    helm.sh/resource-policy: keep\n")],
    };
}
