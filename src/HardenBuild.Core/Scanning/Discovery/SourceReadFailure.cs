namespace HardenBuild.Scanning.Discovery;

/// <summary>Why a file has no text.</summary>
/// <param name="IsTooLarge">The file is larger than the limit: rule <c>HB0011</c>, not <c>HB0001</c>.</param>
/// <param name="Reason">Without a full stop.</param>
internal sealed record SourceReadFailure(bool IsTooLarge, string Reason);
