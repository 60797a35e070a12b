namespace HardenBuild.Syntax.Yaml;

/// <summary>Finished nodes that wait for the end of the collection around them.</summary>
internal sealed class NodeStack
{
    private YamlNode[] _nodes = new YamlNode[64];

    public int Count { get; private set; }

    public YamlNode? First => Count > 0 ? _nodes[0] : null;

    public void Push(YamlNode node)
    {
        if (Count == _nodes.Length)
            Array.Resize(ref _nodes, 2 * Count);
        _nodes[Count++] = node;
    }

    public ReadOnlySpan<YamlNode> From(int index) => _nodes.AsSpan(index, Count - index);

    public void Truncate(int count)
    {
        Array.Clear(_nodes, count, Count - count);
        Count = count;
    }
}
