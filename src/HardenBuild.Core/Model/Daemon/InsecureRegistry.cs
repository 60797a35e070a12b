using HardenBuild.Text;

namespace HardenBuild.Model.Daemon;

/// <summary>A registry, or a network of registries, that the daemon talks to without verified TLS.</summary>
/// <param name="Text">The whole item, located without its quotes: <c>registry.example:5000</c> or <c>10.0.0.0/8</c>.</param>
/// <param name="IsLoopback">The traffic does not leave the machine; dockerd treats <c>127.0.0.0/8</c> so without being told.</param>
internal sealed record InsecureRegistry(Located<string> Text, bool IsLoopback)
{
    public static InsecureRegistry Parse(DaemonText item)
    {
        var text = WithoutScheme(item.Value.Trim());
        return new InsecureRegistry(item.Located, HostAddress.IsLoopbackNetwork(text) || HostAddress.WithoutPort(text).IsLoopback);
    }

    // dockerd drops a scheme and warns (moby, registry, loadInsecureRegistries).
    private static string WithoutScheme(string text)
    {
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return text.Substring(7);
        return text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? text.Substring(8) : text;
    }
}
