using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>A value in a YAML document.</summary>
/// <remarks>The nodes of a document form a tree; aliases make it a graph without cycles, because an alias inside the node that it names is an error.</remarks>
internal abstract class YamlNode(SourceText source, TextSpan span, YamlProperties? properties)
{
    public SourceText Source { get; } = source;

    /// <summary>The node's own text: without anchor and tag, quotes and brackets included, from the first to the last child in block collections.
    /// Empty, at the place where a value could be written, for a value that is left out.</summary>
    public TextSpan Span { get; } = span;

    public SourceLocation Location => new(Source, Span);

    /// <summary>The resolved tag, <c>tag:yaml.org,2002:str</c> for <c>!!str</c>; null where none is written.</summary>
    public string? Tag => properties?.Tag;

    /// <summary>The name after <c>&amp;</c>.</summary>
    public string? Anchor => properties?.Anchor;

    /// <summary>The node itself, or what an alias names. Only an alias without a target resolves to an alias.</summary>
    public virtual YamlNode Resolve() => this;

    /// <summary>This node or its alias's target as a mapping; null for any other kind.</summary>
    public YamlMapping? AsMapping => Resolve() as YamlMapping;

    /// <summary>This node or its alias's target as a sequence; null for any other kind.</summary>
    public YamlSequence? AsSequence => Resolve() as YamlSequence;

    /// <summary>This node or its alias's target as a scalar; null for any other kind.</summary>
    public YamlScalar? AsScalar => Resolve() as YamlScalar;

    /// <summary>Follows keys through mappings, aliases and merge keys; null where a key is absent or something else than a mapping is met.</summary>
    public YamlNode? At(params ReadOnlySpan<string> path)
    {
        var node = Resolve();
        foreach (var key in path)
        {
            if ((node as YamlMapping)?[key] is not { } value)
                return null;
            node = value;
        }

        return node;
    }

    public override string ToString() => Source.Substring(Span);
}
