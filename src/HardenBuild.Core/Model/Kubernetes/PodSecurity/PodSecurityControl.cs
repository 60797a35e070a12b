namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>A control of the Pod Security Standards, in the order in which an admission controller names them: first baseline, then restricted.</summary>
/// <remarks>Kubernetes documentation, Pod Security Standards, 1.34.</remarks>
internal enum PodSecurityControl
{
    AppArmor,
    Capabilities,
    HostNamespaces,
    HostPathVolumes,
    HostPorts,
    HostProbes,
    PrivilegedContainers,
    ProcMount,
    Seccomp,
    SelinuxOptions,
    Sysctls,
    HostProcess,

    PrivilegeEscalation,
    RestrictedCapabilities,
    VolumeTypes,
    RunAsNonRoot,
    RunAsUser,
    RestrictedSeccomp,
}
