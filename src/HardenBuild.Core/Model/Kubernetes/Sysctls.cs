namespace HardenBuild.Model.Kubernetes;

/// <summary>Kernel settings that a pod may change because they concern it alone.</summary>
internal static class Sysctls
{
    /// <param name="name">Dots or slashes between the parts; the kubelet takes both.</param>
    /// <param name="minor">The version 1.x of Kubernetes that decides.</param>
    /// <remarks>Kubernetes documentation, Pod Security Standards, baseline, Sysctls.</remarks>
    public static bool IsSafe(string name, int minor) => name.Replace('/', '.') switch
    {
        "kernel.shm_rmid_forced" or "net.ipv4.ip_local_port_range" or "net.ipv4.ip_unprivileged_port_start" or "net.ipv4.tcp_syncookies"
            or "net.ipv4.ping_group_range" => true,
        "net.ipv4.ip_local_reserved_ports" => minor >= 27,
        "net.ipv4.tcp_keepalive_time" or "net.ipv4.tcp_fin_timeout" or "net.ipv4.tcp_keepalive_intvl" or "net.ipv4.tcp_keepalive_probes" => minor >= 29,
        "net.ipv4.tcp_rmem" or "net.ipv4.tcp_wmem" => minor >= 32,
        _ => false,
    };
}
