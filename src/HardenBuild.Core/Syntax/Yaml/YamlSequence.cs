using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>A list: block (<c>- a</c>) or flow (<c>[a]</c>).</summary>
internal sealed class YamlSequence(SourceText source, TextSpan span, YamlProperties? properties, bool isFlow, ImmutableArray<YamlNode> items)
    : YamlNode(source, span, properties)
{
    /// <summary>The items as written; an item may be an alias.</summary>
    public ImmutableArray<YamlNode> Items { get; } = items;

    public bool IsFlow { get; } = isFlow;
}
