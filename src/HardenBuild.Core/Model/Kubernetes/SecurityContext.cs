using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes;

/// <summary>A <c>securityContext</c> as it is written on a pod or on a container, before inheritance.</summary>
/// <remarks>Kubernetes API v1, PodSecurityContext and SecurityContext.</remarks>
internal sealed class SecurityContext(YamlNode? node)
{
    private readonly ManifestFields _fields = new(node);

    /// <summary>Absent, null or <c>{}</c>.</summary>
    public bool IsEmpty => !_fields.IsUnknown && _fields.Mapping is null or { Members.IsEmpty: true };

    public Setting<bool> RunAsNonRoot => _fields.Boolean("runAsNonRoot");

    public Setting<long> RunAsUser => _fields.Integer("runAsUser");

    /// <summary>Not a field of pods.</summary>
    public Setting<bool> Privileged => _fields.Boolean("privileged");

    /// <summary>Not a field of pods.</summary>
    public Setting<bool> AllowPrivilegeEscalation => _fields.Boolean("allowPrivilegeEscalation");

    /// <summary>Not a field of pods.</summary>
    public Setting<bool> ReadOnlyRootFilesystem => _fields.Boolean("readOnlyRootFilesystem");

    /// <summary><c>Default</c> or <c>Unmasked</c>; not a field of pods.</summary>
    public Setting<string> ProcMount => _fields.Text("procMount");

    /// <summary>Not a field of pods.</summary>
    public TextList AddedCapabilities => _fields.Object("capabilities").Texts("add");

    /// <summary>Not a field of pods.</summary>
    public TextList DroppedCapabilities => _fields.Object("capabilities").Texts("drop");

    /// <summary><c>RuntimeDefault</c>, <c>Localhost</c> or <c>Unconfined</c>.</summary>
    public Setting<string> SeccompProfile => _fields.Object("seccompProfile").Text("type");

    /// <summary><c>RuntimeDefault</c>, <c>Localhost</c> or <c>Unconfined</c>.</summary>
    public Setting<string> AppArmorProfile => _fields.Object("appArmorProfile").Text("type");

    /// <summary>The fields <c>user</c>, <c>role</c>, <c>type</c> and <c>level</c>.</summary>
    public ManifestFields SelinuxOptions => _fields.Object("seLinuxOptions");

    /// <summary>A Windows container with the rights of the host.</summary>
    public Setting<bool> HostProcess => _fields.Object("windowsOptions").Boolean("hostProcess");
}
