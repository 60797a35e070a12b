namespace HardenBuild.Syntax.Yaml;

/// <summary>The anchored nodes of a document so far; a later anchor of the same name hides an earlier one.</summary>
internal sealed class YamlAnchors
{
    private readonly Dictionary<string, (YamlNode Node, int Nodes)> _byName = new(StringComparer.Ordinal);

    public void Clear() => _byName.Clear();

    /// <param name="nodes">Number of nodes in it, with aliases followed.</param>
    public void Define(string name, YamlNode node, int nodes) => _byName[name] = (node, nodes);

    public (YamlNode? Node, int Nodes) Find(string name) => _byName.TryGetValue(name, out var found) ? found : default;
}
