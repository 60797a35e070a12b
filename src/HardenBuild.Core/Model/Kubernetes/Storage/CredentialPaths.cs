namespace HardenBuild.Model.Kubernetes.Storage;

/// <summary>Where nodes and people keep the credentials of a cloud.</summary>
internal static class CredentialPaths
{
    private static readonly string[] Folders =
    [
        "/etc/kubernetes/azure.json", "/etc/azure", "/gcloud", "/var/run/secrets/eks.amazonaws.com", "/run/secrets/eks.amazonaws.com",
        "/var/lib/aws", "/etc/eks/credentials",
    ];

    private static readonly string[] InHomes = [".aws", ".azure", ".config/gcloud", ".gcloud", ".gcp"];

    /// <param name="path">A path as <see cref="HostPath.Normalize"/> gives it.</param>
    /// <returns>The cloud whose credentials lie there; null for other paths.</returns>
    public static string? CloudOf(string path)
    {
        foreach (var folder in Folders)
        {
            if (HostPath.IsWithin(path, folder))
                return Name(folder);
        }

        var home = Home(path);
        foreach (var folder in InHomes)
        {
            if (home is not null && HostPath.IsWithin(home, "/" + folder))
                return Name(folder);
        }

        return null;
    }

    /// <summary>The path within a home folder, with its slash; containers and nodes use the root folder as one too.</summary>
    private static string? Home(string path)
    {
        if (HostPath.IsWithin(path, "/root"))
            return path.Substring("/root".Length);
        foreach (var homes in (string[])["/home/", "/c:/users/"])
        {
            if (path.StartsWith(homes, StringComparison.Ordinal))
                return path.IndexOf('/', homes.Length) is > 0 and var slash ? path.Substring(slash) : null;
        }

        return path;
    }

    private static string Name(string folder) =>
        folder.Contains("azure", StringComparison.Ordinal) ? "Azure"
        : folder.Contains("gc", StringComparison.Ordinal) ? "Google Cloud"
        : "AWS";
}
