using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

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

    public Setting<string> WindowsUserName => _fields.Object("windowsOptions").Text("runAsUserName");

    public ManifestFields WindowsOptions => _fields.Object("windowsOptions");

    public Setting<long> RunAsGroup => _fields.Integer("runAsGroup");

    /// <summary>The group that owns the pod's volumes; not a field of containers.</summary>
    public Setting<long> FsGroup => _fields.Integer("fsGroup");

    /// <summary>Numbers of groups; not a field of containers.</summary>
    public TextList SupplementalGroups => _fields.Texts("supplementalGroups");

    /// <summary><c>Merge</c> or <c>Strict</c>; not a field of containers.</summary>
    public Setting<string> SupplementalGroupsPolicy => _fields.Text("supplementalGroupsPolicy");

    /// <summary>The names of kernel settings; not a field of containers.</summary>
    public IEnumerable<Located<string>> Sysctls
    {
        get
        {
            foreach (var sysctl in _fields.Objects("sysctls"))
            {
                if (new ManifestFields(sysctl).Text("name").Known is { } name)
                    yield return name;
            }
        }
    }

    /// <summary>The context as it is written; null where it is absent or something else than an object.</summary>
    public YamlMapping? Mapping => _fields.IsUnknown ? null : _fields.Mapping;
}
