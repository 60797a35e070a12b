using System.Runtime.InteropServices;

namespace HardenBuild.Tasks;

/// <summary>Which project logs the findings of a file: the nearest one, going up to the repository root, that references this package.</summary>
/// <remarks>See docs/decisions/0001-who-reports-a-finding.md.</remarks>
/// <param name="root">The repository root; absolute.</param>
internal sealed class ProjectOwners(string root)
{
    /// <summary>How two paths of this machine compare.</summary>
    public static StringComparison PathComparison { get; } =
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) || RuntimeInformation.IsOSPlatform(OSPlatform.OSX)
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    private readonly string _root = Path.GetFullPath(root).TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
    private readonly Dictionary<string, string> _ownersByFolder = new(StringComparer.Ordinal);
    private readonly PackageReferences _references = new();

    /// <summary>Full path of the project; empty when no project from the file's folder up to the root does.</summary>
    /// <param name="file">Absolute path.</param>
    public string OwnerOf(string file) => OwnerOfFolder(Path.GetDirectoryName(file) ?? "");

    private string OwnerOfFolder(string folder)
    {
        if (!IsInRepository(folder))
            return "";
        if (_ownersByFolder.TryGetValue(folder, out var known))
            return known;

        var owner = FirstProjectIn(folder) ?? OwnerOfFolder(Path.GetDirectoryName(folder) ?? "");
        _ownersByFolder.Add(folder, owner);
        return owner;
    }

    /// <param name="path">Absolute path of a file or folder.</param>
    public bool IsInRepository(string path) =>
        path.StartsWith(_root, PathComparison) && (path.Length == _root.Length || path[_root.Length] == Path.DirectorySeparatorChar);

    private string? FirstProjectIn(string folder)
    {
        string[] files;
        try
        {
            files = Directory.GetFiles(folder, "*.*proj");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        Array.Sort(files, StringComparer.Ordinal);
        return Array.Find(files, file => IsCompiled(file) && _references.Reach(file));
    }

    // Only what has a CoreCompile target runs the scan; WPF writes a second project beside the real one while it builds.
    public static bool IsCompiled(string project) =>
        Path.GetExtension(project).ToUpperInvariant() is ".CSPROJ" or ".VBPROJ" or ".FSPROJ"
        && !Path.GetFileNameWithoutExtension(project).EndsWith("_wpftmp", StringComparison.OrdinalIgnoreCase);
}
