namespace HardenBuild.Scanning.Discovery;

/// <summary>A folder that could not be listed, or a link that could not be followed, below a scanned folder.</summary>
/// <param name="RelativePath">Relative to the repository root, with forward slashes.</param>
/// <param name="Reason">Why, without a full stop.</param>
internal sealed record UnreadablePath(string RelativePath, string Reason);
