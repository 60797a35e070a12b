using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>What the network policies of a set do for one workload.</summary>
internal readonly record struct PodIsolation(Answer IsSelected, Answer LimitsIngress, Answer LimitsEgress)
{
    /// <summary>With one more policy; yes beats unknown beats no.</summary>
    /// <param name="isSelected">Whether the policy selects the workload.</param>
    public PodIsolation With(NetworkPolicy policy, Answer isSelected) =>
        new(Or(IsSelected, isSelected), Or(LimitsIngress, And(isSelected, policy.LimitsIngress)), Or(LimitsEgress, And(isSelected, policy.LimitsEgress)));

    private static Answer Or(Answer left, Answer right) => left == Answer.Yes || right == Answer.Yes ? Answer.Yes : left == Answer.Unknown ? left : right;

    private static Answer And(Answer left, Answer right) => left == Answer.No || right == Answer.No ? Answer.No : left == Answer.Unknown ? left : right;
}
