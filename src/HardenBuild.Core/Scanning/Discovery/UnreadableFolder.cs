namespace HardenBuild.Scanning.Discovery;

/// <summary>A folder below a scanned one that could not be listed.</summary>
/// <param name="RelativePath">Relative to the repository root, with forward slashes.</param>
/// <param name="Reason">What the file system said, without a full stop.</param>
internal sealed record UnreadableFolder(string RelativePath, string Reason);
