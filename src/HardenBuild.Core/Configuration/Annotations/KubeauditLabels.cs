using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Annotations;

/// <summary>The labels <c>container.kubeaudit.io/CONTAINER.allow-privileged: reason</c> and <c>kubeaudit.io/allow-privileged: reason</c>, with the prefixes of earlier versions.</summary>
/// <remarks>https://github.com/Shopify/kubeaudit, README, Override Errors; the word behind <c>allow-</c> stands on the page of each auditor.</remarks>
internal sealed class KubeauditLabels : IAnnotationDialect
{
    private const string Capability = "allow-capability-";
    private const string Mount = "allow-host-path-mount-";

    private static readonly string[] OfContainer = ["container.kubeaudit.io/", "container.audit.kubernetes.io/"];
    private static readonly string[] OfAll = ["kubeaudit.io/", "audit.kubernetes.io/pod.", "audit.kubernetes.io/namespace.", "audit.kubeaudit.io/namespace."];

    public string Peer => "kubeaudit";

    public string ReasonForm => "write it as the value of the label";

    public IEnumerable<PeerAnnotation> Read(AnnotatedObject target)
    {
        foreach (var label in target.AllLabels)
        {
            if (OverrideIn(label) is not { } found || ChecksOf(found.Id) is not { IsEmpty: false } checks)
                continue;
            var reason = label.IsTrue ? "" : label.Value.Value;
            yield return new PeerAnnotation(this, label.Place, checks, reason, SubjectsOf(found.Id, found.Container, target));
        }
    }

    private static (string? Container, string Id)? OverrideIn(Annotation label)
    {
        foreach (var prefix in OfAll)
        {
            if (label.After(prefix) is { } id)
                return (null, id);
        }

        foreach (var prefix in OfContainer)
        {
            // The names of containers have no dots.
            if (label.After(prefix) is { } rest && rest.IndexOf('.') is > 0 and var dot)
                return (rest.Substring(0, dot), rest.Substring(dot + 1));
        }

        return null;
    }

    private static ImmutableArray<string> ChecksOf(string id) => id switch
    {
        "allow-privileged" => ["PrivilegedTrue", "PrivilegedNil"],
        "allow-privilege-escalation" => ["AllowPrivilegeEscalationTrue", "AllowPrivilegeEscalationNil"],
        "allow-run-as-root" => ["RunAsNonRootCSCFalse", "RunAsNonRootPSCNilCSCNil", "RunAsNonRootPSCFalseCSCNil", "RunAsUserCSCRoot", "RunAsUserPSCRoot"],
        "allow-read-only-root-filesystem-false" => ["ReadOnlyRootFilesystemFalse", "ReadOnlyRootFilesystemNil"],
        "allow-automount-service-account-token" => ["AutomountServiceAccountTokenTrueAndDefaultSA"],
        "allow-namespace-host-network" => ["NamespaceHostNetworkTrue"],
        "allow-namespace-host-IPC" => ["NamespaceHostIPCTrue"],
        "allow-namespace-host-PID" => ["NamespaceHostPIDTrue"],
        "allow-non-default-deny-ingress-network-policy" => ["MissingDefaultDenyIngressNetworkPolicy", "MissingDefaultDenyIngressAndEgressNetworkPolicy"],
        "allow-non-default-deny-egress-network-policy" => ["MissingDefaultDenyEgressNetworkPolicy", "MissingDefaultDenyIngressAndEgressNetworkPolicy"],
        _ when id.StartsWith(Capability, StringComparison.Ordinal) => ["CapabilityAdded"],
        _ when id.StartsWith(Mount, StringComparison.Ordinal) => ["SensitivePathsMounted"],
        _ => [],
    };

    private static ImmutableArray<TextSpan> SubjectsOf(string id, string? container, AnnotatedObject target)
    {
        if (target.Workload is not { } workload || id.StartsWith("allow-namespace-", StringComparison.Ordinal) || id.StartsWith("allow-automount-", StringComparison.Ordinal))
            return [target.Span];
        var containers = workload.Containers.Where(candidate => container is null || candidate.Name.Is(container)).ToList();
        if (id.StartsWith(Capability, StringComparison.Ordinal))
            return [.. containers.SelectMany(candidate => Added(candidate, id.Substring(Capability.Length)))];
        if (id.StartsWith(Mount, StringComparison.Ordinal))
            return [.. Volumes(workload, containers, id.Substring(Mount.Length))];
        return container is null ? [target.Span] : [.. containers.Select(static candidate => candidate.Root.Span)];
    }

    /// <summary>The one capability that the override is about, written <c>net-raw</c> in it.</summary>
    private static IEnumerable<TextSpan> Added(Container container, string capability)
    {
        foreach (var added in container.OwnSecurityContext.AddedCapabilities.Items)
        {
            if (Capabilities.Normalize(added.Value) == Capabilities.Normalize(capability.Replace('-', '_')))
                yield return added.Location.Span;
        }
    }

    /// <summary>The volume that is mounted; it stays reported while a container mounts it that the override is not about.</summary>
    private static IEnumerable<TextSpan> Volumes(Workload workload, List<Container> containers, string name)
    {
        foreach (var container in workload.Containers)
        {
            if (!containers.Contains(container) && container.VolumeMounts.Any(mount => new ManifestFields(mount).Text("name").Is(name)))
                yield break;
        }

        foreach (var volume in workload.Pod.Volumes)
        {
            if (volume.Name.Is(name))
                yield return volume.Root.Span;
        }

        foreach (var mount in containers.SelectMany(static container => container.VolumeMounts))
        {
            if (new ManifestFields(mount).Text("name").Is(name))
                yield return mount.Span;
        }
    }
}
