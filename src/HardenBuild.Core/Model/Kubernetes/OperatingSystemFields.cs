using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes;

/// <summary>Fields of a pod that the API accepts for one operating system only.</summary>
/// <remarks>Kubernetes API validation of <c>spec.os.name</c>, since 1.25.</remarks>
internal static class OperatingSystemFields
{
    private static readonly string[] LinuxPodFields = ["hostUsers", "shareProcessNamespace"];

    private static readonly string[] LinuxPodContext =
    [
        "appArmorProfile", "fsGroup", "fsGroupChangePolicy", "runAsGroup", "runAsUser", "seccompProfile", "seLinuxOptions", "supplementalGroups",
        "supplementalGroupsPolicy", "sysctls",
    ];

    private static readonly string[] LinuxContainerContext =
    [
        "allowPrivilegeEscalation", "appArmorProfile", "capabilities", "privileged", "procMount", "readOnlyRootFilesystem", "runAsGroup", "runAsUser",
        "seccompProfile", "seLinuxOptions",
    ];

    private static readonly string[] WindowsContext = ["windowsOptions"];

    /// <summary>The names of the fields that a pod must not have because of its <c>os.name</c>.</summary>
    public static List<Located<string>> RefusedBy(PodTemplate pod, string system)
    {
        var refused = new List<Located<string>>();
        if (system is not ("windows" or "linux"))
            return refused;
        if (system == "windows")
        {
            AddWritten(new ManifestFields(pod.Spec), LinuxPodFields, refused);
            // The API looks at the value of these two, not at the field.
            if (pod.HostPid.Known is { Value: true })
                AddWritten(new ManifestFields(pod.Spec), ["hostPID"], refused);
            if (pod.HostIpc.Known is { Value: true })
                AddWritten(new ManifestFields(pod.Spec), ["hostIPC"], refused);
        }

        AddWritten(pod.SecurityContext, system == "windows" ? LinuxPodContext : WindowsContext, refused);
        foreach (var container in pod.Containers)
            AddWritten(container.OwnSecurityContext, system == "windows" ? LinuxContainerContext : WindowsContext, refused);
        return refused;
    }

    private static void AddWritten(SecurityContext context, string[] keys, List<Located<string>> refused)
    {
        if (context.Mapping is { } mapping)
            AddWritten(new ManifestFields(mapping), keys, refused);
    }

    private static void AddWritten(ManifestFields fields, string[] keys, List<Located<string>> refused)
    {
        foreach (var key in keys)
        {
            if (fields.Mapping?.Find(key) is { } member && member.Value.AsScalar is not { IsNull: true })
                refused.Add(new Located<string>(key, member.KeyLocation));
        }
    }
}
