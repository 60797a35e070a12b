using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>Where the kubelet sends the requests of probes and lifecycle hooks, if not to the pod itself.</summary>
internal static class KubeletTargets
{
    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] Hooks = ["postStart", "preStop"];
    private static readonly string[] Actions = ["httpGet", "tcpSocket"];

    /// <summary>The hosts that are named, with the field that names them: <c>livenessProbe.httpGet.host</c>.</summary>
    public static IEnumerable<(string Field, Located<string> Host)> HostsOf(Container container)
    {
        var fields = new ManifestFields(container.Root);
        foreach (var probe in Probes)
        {
            foreach (var host in HostsOf(fields.Object(probe), probe))
                yield return host;
        }

        var lifecycle = fields.Object("lifecycle");
        if (lifecycle.IsAbsent)
            yield break;
        foreach (var hook in Hooks)
        {
            foreach (var host in HostsOf(lifecycle.Object(hook), "lifecycle." + hook))
                yield return host;
        }
    }

    private static IEnumerable<(string Field, Located<string> Host)> HostsOf(ManifestFields handler, string name)
    {
        if (handler.IsAbsent)
            yield break;
        foreach (var action in Actions)
        {
            if (handler.Object(action).Text("host").Known is { Value.Length: > 0 } host)
                yield return ($"{name}.{action}.host", host);
        }
    }
}
