namespace HardenBuild.Scanning.Discovery;

/// <summary>Where symbolic links and junctions lead.</summary>
internal static class SymbolicLink
{
    /// <summary>The target as written in the link; null when the entry is no link; empty when it cannot be told.</summary>
    public static string? TargetOf(FileSystemInfo entry) =>
        (entry.Attributes & FileAttributes.ReparsePoint) != 0 && (int)entry.Attributes != -1 ? entry.LinkTarget : null;
}
