using System.Collections.Immutable;

namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>The controls that the level <c>restricted</c> adds.</summary>
/// <remarks>Kubernetes documentation, Pod Security Standards, restricted. A pod whose <c>spec.os.name</c> is <c>windows</c> is exempt from three of them since 1.25.</remarks>
internal static class RestrictedControls
{
    public static void Evaluate(PodTemplate pod, PodSecurityVersion version, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        var isExempt = version.Minor >= 25 && !pod.OperatingSystem.IsAbsent && !pod.OperatingSystem.Is("linux");
        foreach (var container in isExempt || version.Minor < 8 ? [] : pod.Containers)
            PrivilegeEscalation(container, violations);
        foreach (var container in isExempt || version.Minor < 22 ? [] : pod.Containers)
            Capabilities(container, violations);
        foreach (var volume in pod.Volumes)
        {
            if (volume.Source is { IsInRestricted: false } source)
                violations.Add(new(PodSecurityControl.VolumeTypes, null, source.Location, volume.Name.Known?.Value ?? "", source.Type));
        }

        NonRoot(pod, violations);
        if (version.Minor >= 23)
            NonRootUser(pod, violations);
        if (version.Minor >= 19 && !isExempt)
            Seccomp(pod, violations);
    }

    private static void PrivilegeEscalation(Container container, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        var allowed = container.OwnSecurityContext.AllowPrivilegeEscalation;
        if (allowed.IsAbsent || allowed.Is(true))
            Add(PodSecurityControl.PrivilegeEscalation, container, "allowPrivilegeEscalation", allowed.Known?.Location, allowed.IsAbsent ? null : "true", violations);
    }

    private static void Capabilities(Container container, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        var dropped = container.OwnSecurityContext.DroppedCapabilities;
        if (!dropped.IsUnknown && !dropped.Items.Any(static capability => capability.Value == "ALL"))
            Add(PodSecurityControl.RestrictedCapabilities, container, "capabilities.drop", null, null, violations);
        foreach (var capability in container.OwnSecurityContext.AddedCapabilities.Items)
        {
            if (capability.Value != "NET_BIND_SERVICE")
                Add(PodSecurityControl.RestrictedCapabilities, container, "capabilities.add", capability.Location, capability.Value, violations);
        }
    }

    private static void NonRoot(PodTemplate pod, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        const string Field = "runAsNonRoot";
        var ofPod = pod.SecurityContext.RunAsNonRoot;
        if (ofPod.Is(false))
            Add(PodSecurityControl.RunAsNonRoot, null, Field, ofPod.Known?.Location, "false", violations);
        foreach (var container in pod.Containers)
        {
            var own = container.OwnSecurityContext.RunAsNonRoot;
            if (own.Is(false))
                Add(PodSecurityControl.RunAsNonRoot, container, Field, own.Known?.Location, "false", violations);
            else if (own.IsAbsent && !ofPod.IsUnknown && !ofPod.Is(true))
                Add(PodSecurityControl.RunAsNonRoot, container, Field, null, null, violations);
        }
    }

    private static void NonRootUser(PodTemplate pod, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        const string Field = "runAsUser";
        if (pod.SecurityContext.RunAsUser.Is(0))
            Add(PodSecurityControl.RunAsUser, null, Field, pod.SecurityContext.RunAsUser.Known?.Location, "0", violations);
        foreach (var container in pod.Containers)
        {
            if (container.OwnSecurityContext.RunAsUser.Is(0))
                Add(PodSecurityControl.RunAsUser, container, Field, container.OwnSecurityContext.RunAsUser.Known?.Location, "0", violations);
        }
    }

    private static void Seccomp(PodTemplate pod, ImmutableArray<PodSecurityViolation>.Builder violations)
    {
        BaselineControls.Seccomp(pod, PodSecurityControl.RestrictedSeccomp, violations);
        var ofPod = pod.SecurityContext.SeccompProfile;
        if (ofPod.IsUnknown || ofPod.Known is { Value: "RuntimeDefault" or "Localhost" })
            return;
        foreach (var container in pod.Containers)
        {
            if (container.OwnSecurityContext.SeccompProfile.IsAbsent)
                Add(PodSecurityControl.RestrictedSeccomp, container, "seccompProfile.type", null, null, violations);
        }
    }

    private static void Add(
        PodSecurityControl control, Container? container, string field, Text.SourceLocation? location, string? value, ImmutableArray<PodSecurityViolation>.Builder violations) =>
        violations.Add(new(control, container, location ?? container!.NameLocation, field, value));
}
