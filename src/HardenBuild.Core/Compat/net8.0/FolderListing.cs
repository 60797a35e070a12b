using System.IO.Enumeration;

namespace HardenBuild.Scanning.Discovery;

/// <summary>Names of the entries of a folder, without asking the file system about each.</summary>
internal static class FolderListing
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };

    public static List<FolderEntry> Read(string folder)
    {
        List<FolderEntry> entries = [];
        entries.AddRange(new FileSystemEnumerable<FolderEntry>(folder, static (ref entry) => new FolderEntry(entry.FileName.ToString(), entry.IsDirectory), All));
        return entries;
    }
}
