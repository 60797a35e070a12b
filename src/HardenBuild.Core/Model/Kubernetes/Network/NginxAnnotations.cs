using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>Annotations by which an Ingress configures nginx.</summary>
internal static class NginxAnnotations
{
    public const string Prefix = "nginx.ingress.kubernetes.io/";

    private static readonly string[] s_prefixes = [Prefix, "nginx.org/"];

    /// <summary>The annotations that hold configuration as text, with their text; null where it cannot be told.</summary>
    public static IEnumerable<(Located<string> Key, string? Text)> Snippets(Ingress ingress)
    {
        foreach (var member in ingress.Object.Annotations.Mapping?.Members ?? [])
        {
            if (member.Key is not { } key || !(key.Value.EndsWith("-snippet", StringComparison.Ordinal) || key.Value.EndsWith("-snippets", StringComparison.Ordinal)))
                continue;
            foreach (var prefix in s_prefixes)
            {
                if (key.Value.StartsWith(prefix, StringComparison.Ordinal))
                    yield return (new Located<string>(key.Value, key.Location), ingress.Object.Annotations.Text(key.Value).Known?.Value);
            }
        }
    }
}
