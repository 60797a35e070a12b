using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Text;

namespace HardenBuild.Model.Helm;

/// <summary>The annotations that make an object a hook: Helm runs it at certain events and does not count it to the release.</summary>
/// <remarks>Helm documentation, "Chart Hooks".</remarks>
/// <param name="Annotation">The value of <c>helm.sh/hook</c>.</param>
/// <param name="Events">Empty where one of them is unknown.</param>
/// <param name="DeletePolicies">Those that hold: <c>before-hook-creation</c> where none is written.</param>
internal sealed record ReleaseHook(Located<string> Annotation, ImmutableArray<string> Events, ImmutableArray<string> DeletePolicies)
{
    public const string DeletePolicyAnnotation = "helm.sh/hook-delete-policy";
    public const string WeightAnnotation = "helm.sh/hook-weight";

    public bool IsTest => Events.Contains(HelmHooks.Test);

    /// <summary>Null for an object that is no hook.</summary>
    public static ReleaseHook? Of(KubernetesObject manifest)
    {
        if (manifest.Annotations.Text(HelmHooks.Annotation).Known is not { } annotation)
            return null;
        var policy = manifest.Annotations.Text(DeletePolicyAnnotation);
        ImmutableArray<string> policies = policy.IsAbsent ? ["before-hook-creation"] : [.. (policy.Known?.Value ?? "").Split(',').Select(static part => part.Trim().ToLowerInvariant())];
        return new ReleaseHook(annotation, HelmHooks.Parse(annotation.Value), policies);
    }

    /// <summary>Runs at one of the events.</summary>
    public bool RunsAt(params ReadOnlySpan<string> events)
    {
        foreach (var name in events)
        {
            if (Events.Contains(name))
                return true;
        }

        return false;
    }
}
