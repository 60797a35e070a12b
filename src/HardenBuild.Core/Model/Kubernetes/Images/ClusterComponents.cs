using HardenBuild.Model.Docker;

namespace HardenBuild.Model.Kubernetes.Images;

/// <summary>Recognises retired components of clusters by their image, labels and names.</summary>
internal static class ClusterComponents
{
    /// <summary>Helm 2's server: a part of the repository's path is called so.</summary>
    public static bool IsTiller(ImageReference image)
    {
        foreach (var component in image.Repository.Value.Split('/'))
        {
            if (component == "tiller")
                return true;
        }

        return false;
    }

    /// <summary>Kubernetes Dashboard, or one of the parts that it consists of since version 3; not the scraper of metrics.</summary>
    public static bool IsDashboard(ImageReference image)
    {
        var repository = image.CanonicalRepository;
        return repository.Contains("kubernetes-dashboard", StringComparison.Ordinal)
            || repository is "docker.io/kubernetesui/dashboard" or "docker.io/kubernetesui/dashboard-web" or "docker.io/kubernetesui/dashboard-api" or "docker.io/kubernetesui/dashboard-auth"
            || repository.EndsWith("/kubernetesui/dashboard", StringComparison.Ordinal);
    }

    /// <summary>A name has the word, between hyphens.</summary>
    public static bool HasWord(string name, string word)
    {
        foreach (var part in name.Split('-', '.', '_'))
        {
            if (part == word)
                return true;
        }

        return false;
    }
}
