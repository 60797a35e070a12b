using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>A key of a mapping and its value.</summary>
/// <param name="KeyNode">The key as written.</param>
/// <param name="Value">The value as written; it may be an alias.</param>
internal readonly record struct YamlMember(YamlNode KeyNode, YamlNode Value)
{
    /// <summary>The key, alias resolved; null for a key that is a list or a mapping.</summary>
    public YamlScalar? Key => KeyNode.AsScalar;

    public SourceLocation KeyLocation => KeyNode.Location;

    /// <summary>A merge key, <c>&lt;&lt;: *defaults</c>.</summary>
    /// <remarks>yaml.org/type/merge.html.</remarks>
    public bool IsMerge => KeyNode is YamlScalar { Style: YamlScalarStyle.Plain, Value: "<<" };
}
