using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>Options written as fields of a configuration file, such as <c>KubeletConfiguration</c>.</summary>
/// <param name="root">The configuration's object.</param>
/// <param name="whole">Where everything is reported when the configuration is a text inside of another file whose places do not correspond; else null.</param>
internal sealed class ConfigurationOptions(YamlMapping root, SourceLocation? whole) : ComponentOptions
{
    public override OptionNotation Notation => OptionNotation.ConfigurationFile;

    public override Setting<string> Find(string flag)
    {
        if (Parent(flag, out var key) is not { } parent)
            return Setting<string>.Unknown;
        var value = parent.Text(key);
        if (value.Known is { } known)
            return Setting<string>.Of(known.Value, whole ?? known.Location);
        return value.IsAbsent && ConfigurationFields.DefaultOf(Component, flag) is { } implied ? Setting<string>.Of(implied, Anchor) : value;
    }

    public override SourceLocation? LocationOf(string flag) =>
        Parent(flag, out var key) is { Mapping: { } mapping } && mapping.Find(key) is { } member ? whole ?? member.KeyLocation : null;

    public override TextList List(string flag)
    {
        if (Parent(flag, out var key) is not { } parent)
            return TextList.Unknown;
        // Fields such as the kubelet's authorization mode hold one word where the flag takes several.
        if (parent.Mapping?[key]?.AsScalar is { IsNull: false } && parent.Text(key).Known is { } single)
            return new TextList([new Located<string>(single.Value, whole ?? single.Location)], whole ?? single.Location, IsUnknown: false);
        var list = parent.Texts(key);
        return whole is null ? list : list with
        {
            Items = ImmutableArray.CreateRange(list.Items, item => item with { Location = whole }),
            Location = list.Location is null ? null : whole,
        };
    }

    public override Setting<string> FeatureGate(string gate)
    {
        var value = new ManifestFields(root).Object("featureGates").Text(gate);
        return value.Known is { } known && whole is not null ? Setting<string>.Of(known.Value, whole) : value;
    }

    public override bool HasSection(string flag) => Parent(flag, out _) is { Mapping: not null };

    public override string Spell(string flag, string value) =>
        $"{string.Join(".", ConfigurationFields.PathOf(Component, flag) ?? [flag])}: {value}";

    private ManifestFields? Parent(string flag, out string key)
    {
        key = "";
        if (ConfigurationFields.PathOf(Component, flag) is not { } path)
            return null;
        var fields = new ManifestFields(root);
        for (var i = 0; i < path.Length - 1; i++)
            fields = fields.Object(path[i]);
        key = path[path.Length - 1];
        return fields;
    }
}
