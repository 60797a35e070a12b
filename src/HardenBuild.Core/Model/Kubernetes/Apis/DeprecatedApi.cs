namespace HardenBuild.Model.Kubernetes.Apis;

/// <summary>An API version that clusters still serve, with a warning.</summary>
/// <param name="Since">The first Kubernetes version that has the replacement and warns, <c>1.33</c>.</param>
/// <param name="Replacement">What to write instead.</param>
internal sealed record DeprecatedApi(string Since, string Replacement);
