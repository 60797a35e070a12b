using System.Globalization;
using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Output;

namespace HardenBuild.Rules.Helm.Hooks;

/// <summary>A hook that Helm does not know.</summary>
internal sealed class HelmHookInvalid() : ReleaseRule("HB5036", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(Release release)
    {
        foreach (var manifest in release.Objects.Objects)
        {
            if (ReleaseHook.Of(manifest) is not { } hook)
                continue;
            foreach (var word in hook.Annotation.Value.Split(','))
            {
                var name = word.Trim().ToLowerInvariant();
                if (HelmHooks.Parse(name).IsEmpty)
                    yield return Report(hook.Annotation.Location, word.Trim(), "no event of Helm, so the object is left out without a word; use one such as 'pre-install' or 'test'") with { LogicalPath = manifest.LogicalPath };
                else if (name == "test-success")
                    yield return Report(hook.Annotation.Location, name, "the old name of an event; write 'test'") with { LogicalPath = manifest.LogicalPath, AtMost = RuleSeverity.Suggestion };
            }

            if (manifest.Annotations.Text(ReleaseHook.DeletePolicyAnnotation).Known is { } policy)
            {
                foreach (var name in hook.DeletePolicies)
                {
                    if (name is not ("before-hook-creation" or "hook-succeeded" or "hook-failed"))
                        yield return Report(policy.Location, name, "no delete policy of Helm; use 'before-hook-creation', 'hook-succeeded' or 'hook-failed'") with { LogicalPath = manifest.LogicalPath };
                }
            }

            if (manifest.Annotations.Text(ReleaseHook.WeightAnnotation).Known is { } weight && !int.TryParse(weight.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                yield return Report(weight.Location, weight.Value, "no whole number, so the hook has the weight 0; write one in quotes") with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmHookInvalid),
        Title = "Hook annotation says something that Helm does not know",
        MessageFormat = "'{0}' is {1}",
        Rationale = "An object whose hook has an unknown event is neither a hook nor a part of the release: Helm leaves it out. The migration of the database that it was meant to run never runs.",
        WhenToIgnore = "When the chart is for Helm 2 only.",
        CatalogueSlugs = ["helm-hook-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("templates/migrate.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ef-migrate\n  annotations:\n    helm.sh/hook: [|pre-upgrades|]\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: migrate\n          image: example/migrate:1.2\n")],
        Fixed = [new("templates/migrate.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ef-migrate\n  annotations:\n    helm.sh/hook: pre-upgrade\n    helm.sh/hook-weight: \"5\"\n    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded\nspec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: migrate\n          image: example/migrate:1.2\n")],
    };
}
