namespace HardenBuild.Scanning.Discovery;

/// <summary>Where symbolic links and junctions lead.</summary>
internal static class SymbolicLink
{
    /// <summary>The target as written in the link; null when the entry is no link; empty when it cannot be told.</summary>
    /// <remarks>.NET Framework cannot read links: a linked folder is left out, for it may lead into a loop; a linked file is taken as it is.</remarks>
    public static string? TargetOf(FileSystemInfo entry) =>
        (entry.Attributes & FileAttributes.ReparsePoint) != 0 && (entry.Attributes & FileAttributes.Directory) != 0 && (int)entry.Attributes != -1 ? "" : null;
}
