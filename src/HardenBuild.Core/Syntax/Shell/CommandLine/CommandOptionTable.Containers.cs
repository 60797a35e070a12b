using System.Collections.Immutable;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <content>Docker and its kin. Source: Docker CLI and daemon reference, version 28.</content>
internal static partial class CommandOptionTable
{
    private const string RunLong =
        "add-host annotation attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns cidfile cpu-count cpu-percent cpu-period "
        + "cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems detach-keys device device-cgroup-rule device-read-bps "
        + "device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search domainname entrypoint env env-file expose gpus group-add "
        + "health-cmd health-interval health-retries health-start-interval health-start-period health-timeout hostname io-maxbandwidth io-maxiops ip ip6 "
        + "ipc isolation kernel-memory label label-file link link-local-ip log-driver log-opt mac-address memory memory-reservation memory-swap "
        + "memory-swappiness mount name net net-alias network network-alias oom-score-adj pid pids-limit platform publish pull restart runtime "
        + "security-opt shm-size stop-signal stop-timeout storage-opt sysctl tmpfs ulimit user userns uts volume volume-driver volumes-from workdir "
        + PodmanRunLong;

    // What podman run knows beyond that. Source: podman-run(1), version 5.
    private const string PodmanRunLong =
        "arch authfile cgroup-conf cgroups chrootdirs conmon-pidfile creds cert-dir decryption-key gidmap group-entry hosts-file hostuser image-volume init-path "
        + "os passwd-entry personality pidfile pod pod-id-file preserve-fd preserve-fds rdt-class requires retry retry-delay sdnotify seccomp-policy secret "
        + "shm-size-systemd subgidname subuidname systemd timeout tz uidmap umask unsetenv variant";

    private static ImmutableArray<CommandOptions> Containers() =>
    [
        new("docker") { Short = "cHl", Long = "config context host log-level tlscacert tlscert tlskey", HasSubcommands = true },
        new("docker container") { HasSubcommands = true },
        new("docker image") { HasSubcommands = true },
        new("docker buildx") { Long = "builder", HasSubcommands = true },
        new("docker run") { Short = "acehlmpuvw", Long = RunLong, OperandsBeforeEnd = 1 },
        new("docker exec") { Short = "euw", Long = "detach-keys env env-file user workdir", OperandsBeforeEnd = 1 },
        new("docker build")
        {
            Short = "cfmot",
            Long = "add-host allow annotation attest build-arg build-context builder cache-from cache-to call cgroup-parent cpu-period cpu-quota cpu-shares "
                + "cpuset-cpus cpuset-mems file iidfile isolation label memory memory-swap metadata-file network no-cache-filter output platform progress "
                + "provenance sbom secret security-opt shm-size ssh tag target ulimit",
        },
        new("docker login") { Short = "pu", Long = "password username" },
        new("docker compose")
        {
            Short = "fp",
            Long = "ansi env-file file parallel profile progress project-directory project-name",
            HasSubcommands = true,
        },
        new("docker compose *") { Short = "euvwt", Long = "env index name publish pull scale timeout user volume workdir" },
        new("docker swarm") { HasSubcommands = true },
        new("docker swarm *")
        {
            Long = "advertise-addr availability cert-expiry data-path-addr data-path-port default-addr-pool default-addr-pool-mask-length dispatcher-heartbeat "
                + "external-ca listen-addr max-snapshots snapshot-interval task-history-limit token",
        },
        new("docker commit") { Short = "acm", Long = "author change message" },
        new("docker *") { Long = "filter format platform" },
        new("dockerd")
        {
            Short = "bGgHlps",
            Long = "add-runtime allow-nondistributable-artifacts api-cors-header authorization-plugin bip bip6 bridge cgroup-parent config-file containerd "
                + "containerd-namespace containerd-plugins-namespace cpu-rt-period cpu-rt-runtime data-root default-address-pool default-cgroupns-mode "
                + "default-gateway default-gateway-v6 default-ipc-mode default-network-opt default-runtime default-shm-size default-ulimit dns dns-opt "
                + "dns-search exec-opt exec-root feature fixed-cidr fixed-cidr-v6 graph group host host-gateway-ip http-proxy https-proxy init-path "
                + "insecure-registry ip label log-driver log-format log-level log-opt max-concurrent-downloads max-concurrent-uploads "
                + "max-download-attempts metrics-addr mtu network-control-plane-mtu no-proxy node-generic-resource oom-score-adjust pidfile "
                + "registry-mirror seccomp-profile shutdown-timeout storage-driver storage-opt swarm-default-advertise-addr tlscacert tlscert tlskey "
                + "userland-proxy-path userns-remap",
        },
    ];
}
