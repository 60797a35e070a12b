using System.Collections.Immutable;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>Programs whose web interface gives control of a cluster, of data or of whatever they run.</summary>
internal static class AdminInterfaces
{
    private static readonly ImmutableArray<string> Names =
    [
        "adminer", "airflow", "argo-server", "argocd-server", "centraldashboard", "elasticsearch", "grafana", "jenkins", "jupyterhub", "kibana", "kubeflow",
        "kubernetes-dashboard", "mlflow", "mongo-express", "nifi", "ollama", "pgadmin", "pgadmin4", "phpmyadmin", "portainer", "prometheus", "rabbitmq",
        "ray-head", "redis-commander", "vllm", "weave-scope",
    ];

    // Parts of such programs and their companions, which have no interface of their own.
    private static readonly ImmutableHashSet<string> Companions =
        ["adapter", "agent", "backup", "client", "consumer", "exporter", "init", "job", "migration", "operator", "producer", "proxy", "reloader", "worker"];

    /// <summary>The name under which the workload, or the image of one of its containers, is known; null for all others.</summary>
    public static string? Find(Workload workload)
    {
        if (workload.Object.Name.Known is { } name && Find(name.Value, isPrefix: false) is { } found)
            return found;
        foreach (var container in workload.Containers)
        {
            if (container.Kind == ContainerKind.Container && new ManifestFields(container.Root).Text("image").Known is { } image && Find(RepositoryOf(image.Value), isPrefix: true) is { } known)
                return known;
        }

        return null;
    }

    /// <summary>Another program asks for credentials before anybody reaches it.</summary>
    public static bool IsBehindProxy(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (new ManifestFields(container.Root).Text("image").Known is { } image
                && (image.Value.Contains("oauth2-proxy", StringComparison.Ordinal) || image.Value.Contains("oauth-proxy", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    private static string? Find(string text, bool isPrefix)
    {
        var words = text.Split('-', '_', '.');
        foreach (var word in words)
        {
            if (Companions.Contains(word))
                return null;
        }

        var wrapped = "-" + string.Join("-", words) + "-";
        foreach (var name in Names)
        {
            var index = wrapped.IndexOf("-" + name + "-", StringComparison.Ordinal);
            if (index == 0 || (index > 0 && !isPrefix))
                return name;
        }

        return null;
    }

    private static string RepositoryOf(string image)
    {
        var start = image.LastIndexOf('/') + 1;
        var end = image.IndexOfAny([':', '@'], start);
        return end < 0 ? image.Substring(start) : image.Substring(start, end - start);
    }
}
