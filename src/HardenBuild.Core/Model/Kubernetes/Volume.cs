using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes;

/// <summary>A volume of a pod.</summary>
internal sealed class Volume(YamlMapping root)
{
    /// <summary>The volume's object; fields that the model does not name are reachable from it.</summary>
    public YamlMapping Root { get; } = root;

    public Setting<string> Name => new ManifestFields(Root).Text("name");

    /// <summary>What the volume is; null where only its name is written, which Kubernetes takes for an empty directory.</summary>
    public VolumeSource? Source
    {
        get
        {
            foreach (var member in Root.EffectiveMembers())
            {
                if (member.Key is { Value: not "name" } key && member.Value.AsScalar is not { IsNull: true })
                    return new VolumeSource(key.Value, key.Location);
            }

            return null;
        }
    }
}
