using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Daemon;

/// <summary>A registry, or a network of registries, that the daemon talks to without verified TLS.</summary>
/// <param name="Text">The whole item, located without its quotes: <c>registry.example:5000</c> or <c>10.0.0.0/8</c>.</param>
/// <param name="IsLoopback">The traffic does not leave the machine; dockerd treats <c>127.0.0.0/8</c> so without being told.</param>
internal sealed record InsecureRegistry(Located<string> Text, bool IsLoopback)
{
    public static InsecureRegistry Parse(YamlScalar item)
    {
        var text = WithoutScheme(item.Value.Trim());
        return new InsecureRegistry(DaemonSettings.Locate(item), HostAddress.IsLoopbackNetwork(text) || new HostAddress(WithoutPort(text)).IsLoopback);
    }

    // dockerd drops a scheme and warns (moby, registry, loadInsecureRegistries).
    private static string WithoutScheme(string text)
    {
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return text.Substring(7);
        return text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? text.Substring(8) : text;
    }

    private static string WithoutPort(string text)
    {
        if (text.Length > 0 && text[0] == '[' && text.IndexOf(']') is > 0 and var bracket)
            return text.Substring(1, bracket - 1);
        var colon = text.IndexOf(':');
        return colon >= 0 && colon == text.LastIndexOf(':') ? text.Substring(0, colon) : text;
    }
}
