namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>In which folders the objects of one kind lie, by namespace.</summary>
internal sealed class FolderIndex
{
    private readonly HashSet<(string? Namespace, string Folder)> _folders = [];

    public FolderIndex(IEnumerable<KubernetesObject> objects)
    {
        foreach (var manifest in objects)
        {
            var folder = FolderOf(manifest.Path);
            while (_folders.Add((manifest.Namespace.Known?.Value, folder)) && folder.Length > 0)
                folder = FolderOf(folder.Substring(0, folder.Length - 1));
        }
    }

    /// <summary>Whether such an object lies in the folder of a file or below it, and in the namespace or in none, which may be the same: partners are likely there too.</summary>
    public bool IsNear(string path, Setting<string> @namespace)
    {
        var folder = FolderOf(path);
        return _folders.Contains((null, folder)) || (@namespace.Known is { } name && _folders.Contains((name.Value, folder)));
    }

    private static string FolderOf(string path) => path.Substring(0, path.LastIndexOf('/') + 1);
}
