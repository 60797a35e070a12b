using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>A reference to an anchored node, <c>*name</c>.</summary>
internal sealed class YamlAlias(SourceText source, TextSpan span, string name, YamlNode? target) : YamlNode(source, span, properties: null)
{
    /// <summary>The name after <c>*</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The latest node before this one with that anchor; null where there is none, which is an error of the file.</summary>
    public YamlNode? Target { get; } = target;

    public override YamlNode Resolve() => Target ?? this;
}
