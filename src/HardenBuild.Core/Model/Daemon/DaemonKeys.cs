namespace HardenBuild.Model.Daemon;

/// <summary>The keys that a dockerd of any supported version accepts in <c>daemon.json</c>, and what each of them holds.</summary>
/// <remarks>dockerd refuses to start for a key that is no flag of it. Sources: docs.docker.com/reference/cli/dockerd, "Daemon configuration file"; moby, daemon/config, versions 23 to 29.</remarks>
internal static class DaemonKeys
{
    private static readonly Dictionary<string, DaemonKeyKind> s_kinds = Index(
        (DaemonKeyKind.Boolean,
            "allow-direct-routing debug experimental icc init ip-forward ip-forward-no-drop ip-masq ip6tables iptables ipv6 live-restore "
            + "no-new-privileges raw-logs rootless selinux-enabled tls tlsverify userland-proxy validate"),
        (DaemonKeyKind.Text,
            "bip bip6 bridge bridge-accept-fwmark cgroup-parent config-file containerd containerd-namespace containerd-plugins-namespace containerd-plugin-namespace data-root "
            + "default-cgroupns-mode default-gateway default-gateway-v6 default-ipc-mode default-runtime exec-root firewall-backend "
            + "fixed-cidr fixed-cidr-v6 group host-gateway-ip http-proxy https-proxy init-path ip log-driver log-format log-level metrics-addr min-api-version no-proxy pidfile "
            + "resolv-conf seccomp-profile storage-driver swarm-default-advertise-addr tlscacert tlscert tlskey userland-proxy-path userns-remap"),
        (DaemonKeyKind.Number,
            "cpu-rt-period cpu-rt-runtime max-concurrent-downloads max-concurrent-uploads max-download-attempts mtu network-control-plane-mtu "
            + "network-diagnostic-port oom-score-adjust shutdown-timeout swarm-raft-election-tick swarm-raft-heartbeat-tick"),
        (DaemonKeyKind.TextOrNumber, "default-shm-size"),
        (DaemonKeyKind.List,
            "allow-nondistributable-artifacts authorization-plugins cdi-spec-dirs default-address-pools dns dns-opts dns-search exec-opts host-gateway-ips hosts "
            + "insecure-registries labels node-generic-resources registry-mirrors storage-opts"),
        (DaemonKeyKind.Object, "builder default-network-opts default-ulimits features proxies runtimes"),
        (DaemonKeyKind.Texts, "log-opts"),

        // Of older versions; rules of their own speak about those that matter.
        (DaemonKeyKind.Any,
            "api-cors-header api-enable-cors cluster-advertise cluster-store cluster-store-opts cors-headers disable-legacy-registry "
            + "graph nri-opts default-ulimit host insecure-registry label log-opt registry-mirror storage-opt exec-opt authorization-plugin add-runtime dns-opt feature"));

    /// <summary>What a key holds; null for a key that no version knows.</summary>
    public static DaemonKeyKind? Find(string key) => s_kinds.TryGetValue(key, out var kind) ? kind : null;

    private static Dictionary<string, DaemonKeyKind> Index(params ReadOnlySpan<(DaemonKeyKind Kind, string Keys)> groups)
    {
        var kinds = new Dictionary<string, DaemonKeyKind>(StringComparer.Ordinal);
        foreach (var (kind, keys) in groups)
        {
            foreach (var key in keys.Split(' '))
                kinds.Add(key, kind);
        }

        return kinds;
    }
}
