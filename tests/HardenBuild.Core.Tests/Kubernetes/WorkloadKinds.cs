namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>Manifests of all kinds that run pods.</summary>
internal static class WorkloadKinds
{
    private static readonly Dictionary<string, (string ApiVersion, string[] Path)> Kinds = new(StringComparer.Ordinal)
    {
        ["Pod"] = ("v1", []),
        ["PodTemplate"] = ("v1", ["template"]),
        ["ReplicationController"] = ("v1", ["spec", "template"]),
        ["Deployment"] = ("apps/v1", ["spec", "template"]),
        ["StatefulSet"] = ("apps/v1", ["spec", "template"]),
        ["DaemonSet"] = ("apps/v1", ["spec", "template"]),
        ["ReplicaSet"] = ("apps/v1", ["spec", "template"]),
        ["Job"] = ("batch/v1", ["spec", "template"]),
        ["CronJob"] = ("batch/v1", ["spec", "jobTemplate", "spec", "template"]),
        ["DeploymentConfig"] = ("apps.openshift.io/v1", ["spec", "template"]),
        ["Rollout"] = ("argoproj.io/v1alpha1", ["spec", "template"]),
        ["Service"] = ("serving.knative.dev/v1", ["spec", "template"]),
        ["Configuration"] = ("serving.knative.dev/v1", ["spec", "template"]),
        ["SandboxTemplate"] = ("extensions.agents.x-k8s.io/v1alpha1", ["spec", "podTemplate"]),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    /// <summary>An object <c>shop</c> of the kind, in the namespace <c>shop</c>.</summary>
    /// <param name="kind">One of <see cref="Names"/>.</param>
    /// <param name="spec">Lines of the pod's <c>spec</c>.</param>
    /// <param name="metadata">Lines of the pod's <c>metadata</c>.</param>
    public static string Manifest(string kind, string spec, string metadata = "")
    {
        var (apiVersion, path) = Kinds[kind];
        var text = $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata:\n  name: shop\n  namespace: shop\n" + (path.Length == 0 ? Indent(metadata, 2) : "");
        for (var i = 0; i < path.Length; i++)
            text += new string(' ', 2 * i) + path[i] + ":\n";
        var depth = 2 * path.Length;
        if (path.Length > 0 && metadata.Length > 0)
            text += new string(' ', depth) + "metadata:\n" + Indent(metadata, depth + 2);
        return text + new string(' ', depth) + "spec:\n" + Indent(spec, depth + 2);
    }

    private static string Indent(string text, int columns) =>
        string.Concat(text.Split('\n').Where(line => line.Length > 0).Select(line => new string(' ', columns) + line + "\n"));
}
