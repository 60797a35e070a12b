namespace HardenBuild.Scanning.Discovery;

/// <summary>Names of the entries of a folder.</summary>
internal static class FolderListing
{
    public static List<FolderEntry> Read(string folder)
    {
        List<FolderEntry> entries = [];
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            entries.Add(new FolderEntry(entry.Name, entry is DirectoryInfo));
        return entries;
    }
}
