using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>A collection that is being read.</summary>
/// <param name="map">The entries so far; null for a list.</param>
/// <param name="list">The items so far; null for a map.</param>
internal sealed class YamlFrame(Dictionary<string, GoValue>? map, List<GoValue>? list, string? anchor, string path, TextSpan span)
{
    public Dictionary<string, GoValue>? Map { get; } = map;

    public List<GoValue>? List { get; } = list;

    public string? Anchor { get; } = anchor;

    public string Path { get; } = path;

    /// <summary>Where the collection is written: its key, its bracket or its first character.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The key that waits for its value.</summary>
    public string? Key { get; set; }

    public TextSpan KeySpan { get; set; }

    /// <summary>The key is <c>&lt;&lt;</c>.</summary>
    public bool IsMerge { get; set; }
}
