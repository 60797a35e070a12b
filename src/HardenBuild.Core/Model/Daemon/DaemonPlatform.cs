using System.Collections.Immutable;

namespace HardenBuild.Model.Daemon;

/// <summary>Tells a Windows daemon's configuration by values that dockerd accepts nowhere else.</summary>
internal static class DaemonPlatform
{
    private static readonly string[] s_paths = ["data-root", "graph", "exec-root", "pidfile", "tlscacert", "tlscert", "tlskey"];

    public static bool IsWindows(DaemonSettings settings, ImmutableArray<DaemonHost> hosts)
    {
        foreach (var host in hosts)
        {
            if (host.Scheme is { Value: "npipe" })
                return true;
        }

        foreach (var path in s_paths)
        {
            if (settings.Text(path) is { } text && StartsWithDrive(text.Value))
                return true;
        }

        foreach (var option in settings.List("exec-opts"))
        {
            if (option.Value.StartsWith("isolation=", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool StartsWithDrive(string path) =>
        path is [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ':', '\\' or '/', ..];
}
