using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.Resources;

/// <summary>What a container asks for and may use; a pod's own resources stand in where the container names none.</summary>
internal sealed class ContainerResources(YamlMapping container, YamlMapping pod)
{
    public const string Cpu = "cpu";
    public const string Memory = "memory";
    public const string EphemeralStorage = "ephemeral-storage";

    private readonly ManifestFields _own = new ManifestFields(container).Object("resources");
    private readonly ManifestFields _pod = new ManifestFields(pod).Object("resources");

    /// <summary>Nothing is limited, or it cannot be told that something is not.</summary>
    public bool HasNoLimits => _own.Object("limits") is { IsUnknown: false, Mapping: null or { Members.IsEmpty: true } } && _pod.Object("limits") is { IsUnknown: false, Mapping: null or { Members.IsEmpty: true } };

    /// <summary>What is reserved; where only a limit is written, the API copies it.</summary>
    public Setting<decimal> Request(string resource) => OwnRequest(resource).Or(Limit(resource));

    /// <summary>What is reserved as written.</summary>
    public Setting<decimal> OwnRequest(string resource) => Read(_own.Object("requests"), resource).Or(Read(_pod.Object("requests"), resource));

    public Setting<decimal> Limit(string resource) => Read(_own.Object("limits"), resource).Or(Read(_pod.Object("limits"), resource));

    // Nothing is reserved or limited by a zero or an empty text.
    private static Setting<decimal> Read(ManifestFields fields, string resource)
    {
        var text = fields.Text(resource);
        if (text.Known is not { } known)
            return text.IsUnknown ? Setting<decimal>.Unknown : Setting<decimal>.Absent;
        if (known.Value.Length == 0)
            return Setting<decimal>.Absent;
        return Quantity.Parse(known.Value.Trim()) switch
        {
            null => Setting<decimal>.Unknown,
            0 => Setting<decimal>.Absent,
            { } amount => Setting<decimal>.Of(amount, known.Location),
        };
    }
}
