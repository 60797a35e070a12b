namespace HardenBuild.Scanning.Discovery;

/// <summary>A file or folder in a listing.</summary>
/// <param name="IsFolder">Also true for a link to a folder.</param>
internal sealed record FolderEntry(string Name, bool IsFolder);
