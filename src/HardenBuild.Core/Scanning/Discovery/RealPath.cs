namespace HardenBuild.Scanning.Discovery;

/// <summary>The path of a file or folder after every symbolic link on the way was followed.</summary>
internal static class RealPath
{
    // Linux gives up with ELOOP after 40 links (path_resolution(7)).
    private const int MaxLinks = 40;

    /// <summary>Follows all links; null when they form a loop or lead nowhere that can be told.</summary>
    /// <param name="path">An absolute path; it need not exist.</param>
    public static string? Resolve(string path)
    {
        var links = 0;
        var pending = new Stack<string>();
        var current = Start(path, pending);
        while (pending.Count > 0)
        {
            var name = pending.Pop();
            var next = Path.Combine(current, name);
            if (Target(next) is not { } target)
            {
                current = next;
                continue;
            }

            if (target.Length == 0 || ++links > MaxLinks)
                return null;
            current = Start(Path.GetFullPath(Path.Combine(current, target)), pending);
        }

        return current;
    }

    private static string? Target(string path)
    {
        try
        {
            return SymbolicLink.TargetOf(new DirectoryInfo(path));
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            return null;
        }
    }

    private static string Start(string path, Stack<string> pending)
    {
        var root = Path.GetPathRoot(path) ?? "";
        var names = path.Substring(root.Length).Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        for (var i = names.Length - 1; i >= 0; i--)
            pending.Push(names[i]);
        return root;
    }
}
