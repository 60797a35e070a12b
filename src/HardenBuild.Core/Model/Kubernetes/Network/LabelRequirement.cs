using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>One condition of a selector; an object is selected when all hold.</summary>
internal readonly record struct LabelRequirement(string Key, LabelOperator Operator, ImmutableArray<string> Values)
{
    // Labels that controllers put on the pods they create; no template shows them.
    private static readonly ImmutableArray<string> AddedByControllers =
    [
        "apps.kubernetes.io/", "batch.kubernetes.io/", "statefulset.kubernetes.io/", "serving.knative.dev/", "io.kubernetes.", "io.cilium.", "istio.io/", "service.istio.io/",
        "security.istio.io/", "openshift.io/", "controller-uid", "controller-revision-hash", "job-name", "pod-template-hash", "pod-template-generation",
        "rollouts-pod-template-hash", "deploymentconfig", "deployment",
    ];

    /// <summary>The condition names labels that the pod must have, so that pods can be looked up by it.</summary>
    public bool CanBeLookedUp => Operator == LabelOperator.In && !IsAddedByController;

    private bool IsAddedByController
    {
        get
        {
            foreach (var added in AddedByControllers)
            {
                if (added[added.Length - 1] is '/' or '.' ? Key.StartsWith(added, StringComparison.Ordinal) : Key == added)
                    return true;
            }

            return false;
        }
    }

    public Answer Holds(ManifestFields labels)
    {
        if (Operator == LabelOperator.Unknown)
            return Answer.Unknown;
        var label = labels.Text(Key);
        if (label.IsUnknown)
            return Answer.Unknown;
        if (label.IsAbsent && IsAddedByController)
            return Answer.Unknown;
        var holds = Operator switch
        {
            LabelOperator.In => label.Known is { } known && Values.Contains(known.Value),
            LabelOperator.NotIn => label.Known is not { } known || !Values.Contains(known.Value),
            LabelOperator.Exists => !label.IsAbsent,
            _ => label.IsAbsent,
        };
        return holds ? Answer.Yes : Answer.No;
    }
}
