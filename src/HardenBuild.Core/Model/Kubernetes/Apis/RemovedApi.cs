namespace HardenBuild.Model.Kubernetes.Apis;

/// <summary>An API version that clusters stopped serving.</summary>
/// <param name="RemovedIn">The first Kubernetes version without it, <c>1.25</c>.</param>
/// <param name="Replacement">What to write instead; null where the kind went away.</param>
internal sealed record RemovedApi(string RemovedIn, string? Replacement);
