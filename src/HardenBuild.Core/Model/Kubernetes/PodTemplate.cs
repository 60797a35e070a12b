using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes;

/// <summary>The pod that a workload creates.</summary>
internal sealed class PodTemplate
{
    private readonly ManifestFields _spec;
    private ImmutableArray<PodSecurityViolation> _violations;
    private ImmutableArray<Volume> _volumes;

    /// <param name="metadata">The pod's <c>metadata</c>, if it has any.</param>
    /// <param name="spec">The pod's <c>spec</c>.</param>
    internal PodTemplate(YamlNode? metadata, YamlMapping spec)
    {
        _spec = new ManifestFields(spec);
        Spec = spec;
        Annotations = new ManifestFields(metadata).Object("annotations");
        Labels = new ManifestFields(metadata).Object("labels");
        SecurityContext = new SecurityContext(spec["securityContext"]);
        var containers = ImmutableArray.CreateBuilder<Container>();
        Add("containers", ContainerKind.Container);
        Add("initContainers", ContainerKind.InitContainer);
        Add("ephemeralContainers", ContainerKind.EphemeralContainer);
        Containers = containers.ToImmutable();

        void Add(string key, ContainerKind kind)
        {
            var index = 0;
            foreach (var container in _spec.Objects(key))
                containers.Add(new Container(this, container, kind, index++));
        }
    }

    /// <summary>The pod's specification; fields that the model does not name are reachable from it.</summary>
    public YamlMapping Spec { get; }

    public ManifestFields Annotations { get; }

    public ManifestFields Labels { get; }

    /// <summary>The security context as written on the pod.</summary>
    public SecurityContext SecurityContext { get; }

    /// <summary>Containers, then init containers, then ephemeral ones, each in the order of the file.</summary>
    public ImmutableArray<Container> Containers { get; }

    public Setting<bool> HostNetwork => _spec.Boolean("hostNetwork");

    public Setting<bool> HostPid => _spec.Boolean("hostPID");

    public Setting<bool> HostIpc => _spec.Boolean("hostIPC");

    public Setting<bool> HostUsers => _spec.Boolean("hostUsers");

    public Setting<bool> ShareProcessNamespace => _spec.Boolean("shareProcessNamespace");

    /// <summary><c>spec.os.name</c>, by which the API and Pod Security Admission judge the other fields.</summary>
    public Setting<string> OperatingSystem => _spec.Object("os").Text("name");

    public ImmutableArray<Volume> Volumes
    {
        get
        {
            if (_volumes.IsDefault)
                _volumes = [.. _spec.Objects("volumes").Select(static volume => new Volume(volume))];
            return _volumes;
        }
    }

    /// <summary>What the newest Pod Security Standards forbid, at any level.</summary>
    public ImmutableArray<PodSecurityViolation> Violations
    {
        get
        {
            if (_violations.IsDefault)
                _violations = PodSecurityStandard.Evaluate(this, PodSecurityLevel.Restricted, PodSecurityVersion.Latest);
            return _violations;
        }
    }

    /// <summary>The pod runs on Linux as far as the manifest tells: Windows has none of the Linux security features, and its API refuses their fields.</summary>
    public bool IsLinux
    {
        get
        {
            var system = OperatingSystem
                .Or(_spec.Object("nodeSelector").Text("kubernetes.io/os"))
                .Or(_spec.Object("nodeSelector").Text("beta.kubernetes.io/os"));
            return system.IsAbsent || system.Is("linux");
        }
    }

    /// <summary>What one control forbids.</summary>
    public IEnumerable<PodSecurityViolation> ViolationsOf(PodSecurityControl control)
    {
        foreach (var violation in Violations)
        {
            if (violation.Control == control)
                yield return violation;
        }
    }

    /// <summary>Whether a value, which containers may inherit, is one that the control forbids.</summary>
    public bool IsViolation<T>(PodSecurityControl control, Setting<T> setting)
    {
        if (setting.Known is not { } known)
            return false;
        foreach (var violation in Violations)
        {
            if (violation.Control == control && violation.Location == known.Location)
                return true;
        }

        return false;
    }

    public IEnumerable<NodeVolume> HostPathVolumes()
    {
        foreach (var volume in _spec.Objects("volumes"))
        {
            if (volume.Find("hostPath") is not { } member)
                continue;
            var fields = new ManifestFields(volume);
            var hostPath = fields.Object("hostPath");
            if (hostPath.IsAbsent || hostPath.IsUnknown)
                continue;
            var location = hostPath.Mapping?["path"] is { Span.IsEmpty: false } path ? path.Location : member.KeyLocation;
            yield return new NodeVolume(fields.Text("name"), hostPath.Text("path"), location);
        }
    }
}
