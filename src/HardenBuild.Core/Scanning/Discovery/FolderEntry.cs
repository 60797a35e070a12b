namespace HardenBuild.Scanning.Discovery;

/// <summary>A file or folder in a listing.</summary>
/// <param name="IsFolder">Also true for a link to a folder.</param>
internal readonly record struct FolderEntry(string Name, bool IsFolder);
