using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;

namespace HardenBuild.Scanning.Scoring;

/// <summary>The checks of kubesec and their points.</summary>
/// <remarks>https://kubesec.io, and <c>kubesec print-rules</c> of version 2.</remarks>
internal static class KubesecChecks
{
    // Users and groups of hosts have lower numbers.
    private const long HighId = 10_000;

    /// <summary>The order of reports: what weighs most first, then by selector.</summary>
    public static ImmutableArray<KubesecCheck> All { get; } =
    [
        .. Unsorted().OrderByDescending(static check => Math.Abs(check.Points)).ThenBy(static check => check.Selector, StringComparer.Ordinal),
    ];

    private static KubesecCheck[] Unsorted() =>
    [
        new("Privileged", -30, "containers[] .securityContext .privileged == true", "A privileged container owns the host"),
        new("CapSysAdmin", -30, "containers[] .securityContext .capabilities .add == SYS_ADMIN", "SYS_ADMIN is as good as root on the host"),
        new("BindingsToSystemAnonymous", -30, "subjects .name == system:anonymous", "Whoever reaches the API server has the rights of the role") { Subject = KubesecSubject.Bindings },
        new("HostNetwork", -9, ".spec .hostNetwork == true", "The pod sees the traffic of the host and reaches what listens on its loopback"),
        new("HostPID", -9, ".spec .hostPID == true", "The pod sees every process of the host with its environment"),
        new("HostIPC", -9, ".spec .hostIPC == true", "The pod shares memory with processes of the host"),
        new("DockerSock", -9, "volumes[] .hostPath .path == /var/run/docker.sock", "The socket of the container runtime is root on the host"),
        new("ProcMount", -9, "volumes[] .hostPath .path == /proc", "The processes of the host are open to the pod") { WiderRule = "HB3042", Counts = IsProc },
        new("AllowPrivilegeEscalation", -7, "containers[] .securityContext .allowPrivilegeEscalation == true", "A process may gain more rights than it was started with") { Counts = IsWritten },
        new("SecretsAsEnvironmentVariables", -5, "containers[] .env[] .valueFrom .secretKeyRef", "Environment variables end up in logs and crash reports"),
        new("HostAliases", -3, ".spec .hostAliases", "Names belong into DNS, not into a file of each pod"),
        new("SeccompUnconfined", -1, ".spec .securityContext .seccompProfile .type == Unconfined", "Every system call is open to the container"),
        new("ApparmorUnconfined", -1, ".spec .securityContext .appArmorProfile .type == Unconfined", "AppArmor does not confine the container"),
        new("ServiceAccountName", 3, ".spec .serviceAccountName", "An account of its own has only the rights that the workload needs"),
        new("ApparmorAny", 3, ".spec .securityContext .appArmorProfile .type", "An AppArmor profile limits what a break-in can reach") { Earns = static pod => Each(pod, static own => IsProfile(own.AppArmorProfile)) },
        new("RunAsNonRoot", 1, "containers[] .securityContext .runAsNonRoot == true", "An image that starts as root is refused"),
        new("RunAsUser", 1, "containers[] .securityContext .runAsUser -gt 10000", "A high user number belongs to nobody on the host") { Earns = static pod => Each(pod, static own => own.RunAsUser.Known is { Value: > HighId }) },
        new("RunAsGroup", 1, "containers[] .securityContext .runAsGroup -gt 10000", "A high group number belongs to nobody on the host") { Earns = static pod => Each(pod, static own => own.RunAsGroup.Known is { Value: > HighId }) },
        new("ReadOnlyRootFilesystem", 1, "containers[] .securityContext .readOnlyRootFilesystem == true", "Nobody can place a program in the container") { WiderRule = "HB3040", Earns = static pod => Each(pod, static own => own.ReadOnlyRootFilesystem.Is(true)) },
        new("CapDropAny", 1, "containers[] .securityContext .capabilities .drop", "Fewer capabilities leave less to abuse") { Earns = static pod => Each(pod, static own => !own.DroppedCapabilities.Items.IsEmpty) },
        new("CapDropAll", 1, "containers[] .securityContext .capabilities .drop | index(\"ALL\")", "Only the capabilities that are added are left") { Earns = static pod => Each(pod, static own => own.DroppedCapabilities.Items.Any(static dropped => Capabilities.Normalize(dropped.Value) == "ALL")) },
        new("RequestsCPU", 1, "containers[] .resources .requests .cpu", "The scheduler knows how much CPU the container needs"),
        new("LimitsCPU", 1, "containers[] .resources .limits .cpu", "The container cannot take the CPU of its neighbours"),
        new("RequestsMemory", 1, "containers[] .resources .requests .memory", "The scheduler knows how much memory the container needs"),
        new("LimitsMemory", 1, "containers[] .resources .limits .memory", "The container cannot take the memory of its neighbours"),
        new("SeccompAny", 1, ".spec .securityContext .seccompProfile .type", "A seccomp profile closes system calls that nobody needs") { Earns = static pod => Each(pod, static own => IsProfile(own.SeccompProfile)) },
        new("VolumeClaimAccessModeReadWriteOnce", 1, ".spec .volumeClaimTemplates[] .spec .accessModes | index(\"ReadWriteOnce\")", "One node at a time writes to a volume") { Subject = KubesecSubject.VolumeClaims },
        new("VolumeClaimRequestsStorage", 1, ".spec .volumeClaimTemplates[] .spec .resources .requests .storage", "The claim says how much storage it needs") { Subject = KubesecSubject.VolumeClaims },
        new("AutomountServiceAccountToken", 1, ".spec .automountServiceAccountToken == false", "No key to the API server lies in the container"),
        new("HostUsers", 1, ".spec .hostUsers == false", "Root in the container is nobody on the host") { Earns = static pod => pod.Pod.HostUsers.Is(false) },
    ];

    private static bool Each(Workload workload, Func<EffectiveSecurityContext, bool> earns) =>
        !workload.Containers.IsEmpty && workload.Containers.All(container => earns(container.Security));

    private static bool IsProfile(Setting<string> profile) => profile.Known is { Value: not "Unconfined" };

    private static bool IsProc(Finding finding) => HostPath.IsWithin(HostPath.Normalize(finding.Location.Source.Substring(finding.Location.Span).Trim('"', '\'')), "/proc");

    // What is only left out takes no points: kubesec asks for the word.
    private static bool IsWritten(Finding finding) => finding.Location.Source.Substring(finding.Location.Span) == "true";
}
