namespace HardenBuild.Model.Kubernetes;

/// <summary>What holds for a container: its own security context, else its pod's, else the annotations that came before the fields.</summary>
/// <remarks>The one place that knows which fields a container inherits. Each setting keeps the location that supplies it.</remarks>
internal sealed class EffectiveSecurityContext(SecurityContext own, PodTemplate pod, string? containerName)
{
    public Setting<bool> Privileged => own.Privileged;

    public Setting<bool> AllowPrivilegeEscalation => own.AllowPrivilegeEscalation;

    public Setting<bool> ReadOnlyRootFilesystem => own.ReadOnlyRootFilesystem;

    public Setting<string> ProcMount => own.ProcMount;

    public TextList AddedCapabilities => own.AddedCapabilities;

    public TextList DroppedCapabilities => own.DroppedCapabilities;

    public Setting<bool> RunAsNonRoot => own.RunAsNonRoot.Or(pod.SecurityContext.RunAsNonRoot);

    public Setting<long> RunAsUser => own.RunAsUser.Or(pod.SecurityContext.RunAsUser);

    /// <remarks>The annotations are ignored since Kubernetes 1.27, so that every field wins over them.</remarks>
    public Setting<string> SeccompProfile => own.SeccompProfile
        .Or(pod.SecurityContext.SeccompProfile)
        .Or(containerName is null ? Setting<string>.Absent : ProfileAnnotations.Seccomp(pod.Annotations, ProfileAnnotations.SeccompContainer + containerName))
        .Or(ProfileAnnotations.Seccomp(pod.Annotations, ProfileAnnotations.SeccompPod));

    /// <remarks>The annotation is deprecated since Kubernetes 1.30.</remarks>
    public Setting<string> AppArmorProfile => own.AppArmorProfile
        .Or(containerName is null ? Setting<string>.Absent : ProfileAnnotations.AppArmor(pod.Annotations, ProfileAnnotations.AppArmorContainer + containerName))
        .Or(pod.SecurityContext.AppArmorProfile);

    public Setting<long> RunAsGroup => own.RunAsGroup.Or(pod.SecurityContext.RunAsGroup);

    /// <summary>The user of a Windows container.</summary>
    public Setting<string> WindowsUserName => own.WindowsUserName.Or(pod.SecurityContext.WindowsUserName);

    public Setting<bool> HostProcess => own.HostProcess.Or(pod.SecurityContext.HostProcess);

    /// <summary>The kernel gives the container all capabilities and applies neither seccomp nor AppArmor.</summary>
    public bool IsPrivileged => Privileged.Is(true);

    /// <summary>One of the added capabilities is SYS_ADMIN or ALL, with which Kubernetes refuses <c>allowPrivilegeEscalation: false</c>.</summary>
    public bool AddsSysAdmin
    {
        get
        {
            foreach (var capability in AddedCapabilities.Items)
            {
                if (Capabilities.IsSysAdmin(capability.Value))
                    return true;
            }

            return false;
        }
    }
}
