using System.Collections.Immutable;

namespace HardenBuild.Scanning.Scoring;

/// <summary>The points that a Kubernetes object earns and loses, as kubesec counts them.</summary>
/// <param name="Path">The path of its file, relative to the root.</param>
/// <param name="Name"><c>Deployment/api.shop</c>: kind, name and namespace.</param>
public sealed record ManifestScore(string Path, string Name)
{
    /// <summary>Why the object cannot be judged; null for one that can.</summary>
    public string? Problem { get; init; }

    /// <summary>What costs points.</summary>
    public ImmutableArray<ScoredCheck> Critical { get; init; } = [];

    /// <summary>What earns points.</summary>
    public ImmutableArray<ScoredCheck> Passed { get; init; } = [];

    /// <summary>What would earn points.</summary>
    public ImmutableArray<ScoredCheck> Advised { get; init; } = [];

    /// <summary>There is something to judge in an object of its kind.</summary>
    public bool IsJudged => Critical.Length + Passed.Length + Advised.Length > 0;

    public int Points => Critical.Sum(static check => check.Points) + Passed.Sum(static check => check.Points);
}
