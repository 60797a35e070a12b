using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Addresses that only programs of the same node can reach.</summary>
internal static class LoopbackAddresses
{
    /// <param name="address">An address, with or without a port.</param>
    public static bool Contains(string address) =>
        address is "::1" or "localhost"
        || address.StartsWith("127.", StringComparison.Ordinal)
        || address.StartsWith("[::1]", StringComparison.Ordinal)
        || address.StartsWith("localhost:", StringComparison.Ordinal);

    /// <summary>Every address that etcd is told to listen on is one: nothing beyond the node, often nothing beyond the pod, can connect.</summary>
    public static bool ListensOnlyThere(ComponentOptions options, string urlsFlag)
    {
        var urls = options.List(urlsFlag);
        foreach (var url in urls.Items)
        {
            var scheme = url.Value.IndexOf("://", StringComparison.Ordinal);
            if (scheme < 0 || !Contains(url.Value.Substring(scheme + 3)))
                return false;
        }

        return !urls.IsUnknown && !urls.Items.IsEmpty;
    }
}
