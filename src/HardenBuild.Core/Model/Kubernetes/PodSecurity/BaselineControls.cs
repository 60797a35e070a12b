using System.Collections.Immutable;
using System.Globalization;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>The controls of the level <c>baseline</c>.</summary>
/// <remarks>Kubernetes documentation, Pod Security Standards, baseline; https://kubernetes.io/docs/concepts/security/pod-security-standards/.</remarks>
internal static class BaselineControls
{
    public static void Evaluate(PodTemplate pod, PodSecurityVersion version, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        AppArmor(pod, violations);
        foreach (var container in pod.Containers)
            Capabilities(container, violations);
        AddIf(pod.HostNetwork, PodSecurityControl.HostNamespaces, null, "hostNetwork", violations);
        AddIf(pod.HostPid, PodSecurityControl.HostNamespaces, null, "hostPID", violations);
        AddIf(pod.HostIpc, PodSecurityControl.HostNamespaces, null, "hostIPC", violations);
        foreach (var volume in pod.HostPathVolumes())
            violations.Add(new(PodSecurityControl.HostPathVolumes, null, volume.Location, volume.Name.Known?.Value ?? "", "hostPath"));
        foreach (var container in pod.Containers)
            HostPorts(container, violations);
        foreach (var container in version.Minor >= 34 ? pod.Containers : [])
            HostProbes(container, violations);
        foreach (var container in pod.Containers)
            AddIf(container.OwnSecurityContext.Privileged, PodSecurityControl.PrivilegedContainers, container, "privileged", violations);
        foreach (var container in pod.Containers)
            AddUnless(container.OwnSecurityContext.ProcMount, static mount => mount is "Default" or "", PodSecurityControl.ProcMount, container, "procMount", violations);
        Seccomp(pod, PodSecurityControl.Seccomp, violations);
        Selinux(null, pod.SecurityContext, version, violations);
        foreach (var container in pod.Containers)
            Selinux(container, container.OwnSecurityContext, version, violations);
        foreach (var sysctl in pod.SecurityContext.Sysctls)
        {
            if (!Kubernetes.Sysctls.IsSafe(sysctl.Value, version.Minor))
                violations.Add(new(PodSecurityControl.Sysctls, null, sysctl.Location, "sysctls", sysctl.Value));
        }

        AddIf(pod.SecurityContext.HostProcess, PodSecurityControl.HostProcess, null, "windowsOptions.hostProcess", violations);
        foreach (var container in pod.Containers)
            AddIf(container.OwnSecurityContext.HostProcess, PodSecurityControl.HostProcess, container, "windowsOptions.hostProcess", violations);
    }

    public static void Seccomp(PodTemplate pod, PodSecurityControl control, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        AddUnless(pod.SecurityContext.SeccompProfile, IsProfile, control, null, "seccompProfile.type", violations);
        foreach (var container in pod.Containers)
            AddUnless(container.OwnSecurityContext.SeccompProfile, IsProfile, control, container, "seccompProfile.type", violations);
    }

    private static bool IsProfile(string type) => type is "RuntimeDefault" or "Localhost";

    private static void AppArmor(PodTemplate pod, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        const string Field = "appArmorProfile.type";
        AddUnless(pod.SecurityContext.AppArmorProfile, IsProfile, PodSecurityControl.AppArmor, null, Field, violations);
        foreach (var container in pod.Containers)
            AddUnless(container.OwnSecurityContext.AppArmorProfile, IsProfile, PodSecurityControl.AppArmor, container, Field, violations);
        foreach (var annotation in ProfileAnnotations.AppArmor(pod.Annotations))
        {
            if (annotation.Profile.Known is { } profile && profile.Value is not ("" or "RuntimeDefault" or "Localhost"))
                violations.Add(new(PodSecurityControl.AppArmor, null, profile.Location, annotation.Key.Value, profile.Value));
        }
    }

    private static void Capabilities(Container container, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        foreach (var capability in container.OwnSecurityContext.AddedCapabilities.Items)
        {
            // Admission compares the names as they are written: CAP_CHOWN is not CHOWN to it.
            if (!Kubernetes.Capabilities.IsInBaseline(capability.Value))
                violations.Add(new(PodSecurityControl.Capabilities, container, capability.Location, "capabilities.add", capability.Value));
        }
    }

    private static void HostPorts(Container container, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        foreach (var port in container.Ports)
        {
            if (new ManifestFields(port).Integer("hostPort").Known is { Value: not 0 } hostPort)
                violations.Add(new(PodSecurityControl.HostPorts, container, hostPort.Location, "hostPort", hostPort.Value.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static void HostProbes(Container container, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        if (container.Kind == ContainerKind.EphemeralContainer)
            return;
        foreach (var host in KubeletTargets.HostsOf(container))
            violations.Add(new(PodSecurityControl.HostProbes, container, host.Host.Location, host.Field, host.Host.Value));
    }

    private static void Selinux(Container? container, SecurityContext context, PodSecurityVersion version, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        var options = context.SelinuxOptions;
        if (options.IsAbsent)
            return;
        AddUnless(options.Text("type"), type => IsContainerType(type, version), PodSecurityControl.SelinuxOptions, container, "seLinuxOptions.type", violations);
        AddUnless(options.Text("user"), static user => user.Length == 0, PodSecurityControl.SelinuxOptions, container, "seLinuxOptions.user", violations);
        AddUnless(options.Text("role"), static role => role.Length == 0, PodSecurityControl.SelinuxOptions, container, "seLinuxOptions.role", violations);
    }

    private static bool IsContainerType(string type, PodSecurityVersion version) =>
        type is "" or "container_t" or "container_init_t" or "container_kvm_t" || (type == "container_engine_t" && version.Minor >= 31);

    private static void AddIf(Setting<bool> setting, PodSecurityControl control, Container? container, string field, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        if (setting.Known is { Value: true } known)
            violations.Add(new(control, container, known.Location, field, "true"));
    }

    private static void AddUnless(
        Setting<string> setting, Func<string, bool> isAllowed, PodSecurityControl control, Container? container, string field, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        if (setting.Known is { } known && !isAllowed(known.Value))
            violations.Add(new(control, container, known.Location, field, known.Value));
    }
}
