using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;

namespace HardenBuild.Scanning.Scoring;

/// <summary>One of kubesec's checks; the rules that have it as an alias decide it.</summary>
/// <inheritdoc cref="ScoredCheck" path="/param"/>
internal sealed record KubesecCheck(string Id, int Points, string Selector, string Reason)
{
    /// <summary>Which objects it is about.</summary>
    public KubesecSubject Subject { get; init; } = KubesecSubject.Pods;

    /// <summary>A rule that decides it among other things, beside those that have it as an alias.</summary>
    public string? WiderRule { get; init; }

    /// <summary>What deserves points in so many words, where the rules are silent about pods for other reasons too, such as Windows; null where they never are.</summary>
    public Func<Workload, bool>? Earns { get; init; }

    /// <summary>Which of the rules' findings it is about; null for all.</summary>
    public Func<Finding, bool>? Counts { get; init; }
}
