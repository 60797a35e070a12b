namespace HardenBuild.Scanning.Discovery;

/// <summary>How the file system of this machine compares names.</summary>
internal static class Platform
{
    public static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    public static StringComparer PathComparer => IsWindows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public static StringComparison PathComparison => IsWindows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Failures of the file system that a scan reports and survives.</summary>
    public static bool IsFileSystemFailure(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException or ArgumentException;
}
