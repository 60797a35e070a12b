using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>A field that a control of the Pod Security Standards is about, with every kind of value that it allows and forbids.</summary>
/// <param name="Scope">Where the field stands: <c>pod</c>, <c>container</c> or <c>annotation</c>.</param>
/// <param name="Fragment">The field with <c>$</c> for its value.</param>
/// <param name="Rules">The rules of which one reports a forbidden value in a Linux pod; empty where another theme owns the rule.</param>
internal sealed record PodSecurityCase(PodSecurityControl Control, string Scope, string Fragment, string[] Allowed, string[] Forbidden, params string[] Rules)
{
    private const string Hardened =
        "securityContext: {runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}\n";

    private static readonly string[] Profiles = ["null", "RuntimeDefault", "Localhost"];
    private static readonly string[] Capabilities = ["HB3014", "HB3015", "HB3016", "HB3017", "HB3018", "HB3019"];

    public static IReadOnlyList<PodSecurityCase> All { get; } =
    [
        Pod(PodSecurityControl.HostProcess, "securityContext: {windowsOptions: {hostProcess: $}}", ["false", "null"], ["true"], "HB3023"),
        InContainer(PodSecurityControl.HostProcess, "securityContext: {windowsOptions: {hostProcess: $}}", ["false", "null"], ["true"], "HB3023"),
        Pod(PodSecurityControl.HostNamespaces, "hostNetwork: $", ["false", "null"], ["true"], "HB3020"),
        Pod(PodSecurityControl.HostNamespaces, "hostPID: $", ["false", "null"], ["true"], "HB3021"),
        Pod(PodSecurityControl.HostNamespaces, "hostIPC: $", ["false", "null"], ["true"], "HB3022"),
        InContainer(PodSecurityControl.PrivilegedContainers, "securityContext: {privileged: $}", ["false", "null"], ["true"], "HB3001"),
        InContainer(
            PodSecurityControl.Capabilities,
            "securityContext: {capabilities: {add: [$]}}",
            [
                "", "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID",
                "SYS_CHROOT",
            ],
            ["ALL", "SYS_ADMIN", "NET_ADMIN", "NET_RAW", "SYS_MODULE", "SYS_PTRACE", "BPF", "LEASE", "CAP_CHOWN", "chown"],
            Capabilities),
        Pod(PodSecurityControl.HostPathVolumes, "volumes: [{name: v, $}]", ["emptyDir: {}", "nfs: {server: s, path: /}"], ["hostPath: {path: /srv}", "hostPath: {}"]),
        InContainer(PodSecurityControl.HostPorts, "ports: [{containerPort: 80, hostPort: $}]", ["0", "null"], ["80", "65535"], "HB4001"),
        .. new[] { "livenessProbe", "readinessProbe", "startupProbe" }.SelectMany(probe => Hosts($"{probe}: {{@: {{host: $, port: 80}}}}")),
        .. new[] { "postStart", "preStop" }.SelectMany(hook => Hosts($"lifecycle: {{{hook}: {{@: {{host: $, port: 80}}}}}}")),
        Pod(PodSecurityControl.AppArmor, "securityContext: {appArmorProfile: {type: $}}", Profiles, ["Unconfined"], "HB3029"),
        InContainer(PodSecurityControl.AppArmor, "securityContext: {appArmorProfile: {type: $}}", Profiles, ["Unconfined"], "HB3029"),
        new(PodSecurityControl.AppArmor, "annotation", "container.apparmor.security.beta.kubernetes.io/a: $", ["''", "runtime/default", "localhost/profile"], ["unconfined", "other"], "HB3029"),
        .. new[] { "type", "user", "role" }.SelectMany(Selinux),
        InContainer(PodSecurityControl.ProcMount, "securityContext: {procMount: $}", ["null", "Default"], ["Unmasked"], "HB3035"),
        Pod(PodSecurityControl.Seccomp, "securityContext: {seccompProfile: {type: $}}", Profiles, ["Unconfined"], "HB3026"),
        InContainer(PodSecurityControl.Seccomp, "securityContext: {seccompProfile: {type: $}}", Profiles, ["Unconfined"], "HB3026"),
        Pod(
            PodSecurityControl.Sysctls,
            "securityContext: {sysctls: [{name: $, value: '1'}]}",
            [
                "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.tcp_syncookies",
                "net.ipv4.ping_group_range", "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout",
                "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem", "net/ipv4/tcp_syncookies",
            ],
            ["kernel.msgmax", "net.core.somaxconn", "fs.mqueue.msg_max", "net.ipv4.ip_forward"],
            "HB3036"),
        Pod(
            PodSecurityControl.VolumeTypes,
            "volumes: [{name: v, $}]",
            [
                "configMap: {name: x}", "csi: {driver: x}", "downwardAPI: {}", "emptyDir: {}", "ephemeral: {}", "persistentVolumeClaim: {claimName: x}",
                "projected: {}", "secret: {secretName: x}",
            ],
            ["hostPath: {path: /srv}", "nfs: {server: s, path: /}", "gitRepo: {repository: r}", "iscsi: {}", "awsElasticBlockStore: {}", "image: {}"]),
        InContainer(PodSecurityControl.PrivilegeEscalation, "securityContext: {allowPrivilegeEscalation: $}", ["false"], ["true", "null"], "HB3003"),
        Pod(PodSecurityControl.RunAsNonRoot, "securityContext: {runAsNonRoot: $}", ["true"], ["false", "null"], "HB3005"),
        InContainer(PodSecurityControl.RunAsNonRoot, "securityContext: {runAsNonRoot: $}", ["true"], ["false", "null"], "HB3005"),
        Pod(PodSecurityControl.RunAsUser, "securityContext: {runAsUser: $}", ["null", "1", "1654", "65535"], ["0"], "HB3006"),
        InContainer(PodSecurityControl.RunAsUser, "securityContext: {runAsUser: $}", ["null", "1", "1654", "65535"], ["0"], "HB3006"),
        Pod(PodSecurityControl.RestrictedSeccomp, "securityContext: {seccompProfile: {type: $}}", ["RuntimeDefault", "Localhost"], ["null", "Unconfined"], "HB3026", "HB3027"),
        InContainer(PodSecurityControl.RestrictedSeccomp, "securityContext: {seccompProfile: {type: $}}", ["RuntimeDefault", "Localhost"], ["null", "Unconfined"], "HB3026", "HB3027"),
        InContainer(PodSecurityControl.RestrictedCapabilities, "securityContext: {capabilities: {drop: [$]}}", ["ALL", "CHOWN, ALL"], ["", "CHOWN", "NET_RAW, CHOWN"], "HB3011"),
        InContainer(PodSecurityControl.RestrictedCapabilities, "securityContext: {capabilities: {drop: [ALL], add: [$]}}", ["", "NET_BIND_SERVICE"], ["CHOWN", "SETUID", "NET_RAW", "ALL"], Capabilities),
    ];

    /// <summary>Since 1.25 the standards ask nothing of a Windows pod here.</summary>
    public bool IsForLinuxOnly => Control is PodSecurityControl.PrivilegeEscalation or PodSecurityControl.RestrictedSeccomp or PodSecurityControl.RestrictedCapabilities;

    /// <summary>A pod with the value in one of the lists of containers, beside a hardened container where that is another list than the ordinary one.</summary>
    public string Manifest(string value, string list = "containers", string podFields = "")
    {
        var field = Fragment.Replace("$", value, StringComparison.Ordinal);
        var annotations = Scope == "annotation" ? $"  annotations: {{{field}}}\n" : "";
        var pod = (Scope == "pod" ? field + "\n" : "") + podFields;
        var containers = (list == "containers" ? "" : Containers("containers", Hardened)) + Containers(list, Scope == "container" ? field + "\n" : "");
        return $"apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\n{annotations}spec:\n{Indent(pod + containers, 2)}";
    }

    private static string Containers(string list, string fields) => $"{list}:\n- name: {(list == "containers" ? "a" : "b")}\n{Indent(fields, 2)}";

    private static string Indent(string text, int columns) =>
        string.Concat(text.Split('\n').Where(line => line.Length > 0).Select(line => new string(' ', columns) + line + "\n"));

    private static PodSecurityCase Pod(PodSecurityControl control, string fragment, string[] allowed, string[] forbidden, params string[] rules) =>
        new(control, "pod", fragment, allowed, forbidden, rules);

    private static PodSecurityCase InContainer(PodSecurityControl control, string fragment, string[] allowed, string[] forbidden, params string[] rules) =>
        new(control, "container", fragment, allowed, forbidden, rules);

    private static IEnumerable<PodSecurityCase> Hosts(string fragment) =>
        from action in new[] { "httpGet", "tcpSocket" }
        select InContainer(PodSecurityControl.HostProbes, fragment.Replace("@", action, StringComparison.Ordinal), ["null", "''"], ["10.0.0.1", "127.0.0.1", "example.com"], "HB4002");

    private static IEnumerable<PodSecurityCase> Selinux(string key)
    {
        var fragment = $"securityContext: {{seLinuxOptions: {{level: 's0', {key}: $}}}}";
        string[] allowed = key == "type" ? ["null", "''", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"] : ["null", "''"];
        string[] forbidden = key == "type" ? ["spc_t", "unconfined_t"] : ["system_u"];
        yield return Pod(PodSecurityControl.SelinuxOptions, fragment, allowed, forbidden, "HB3033");
        yield return InContainer(PodSecurityControl.SelinuxOptions, fragment, allowed, forbidden, "HB3033");
    }
}
