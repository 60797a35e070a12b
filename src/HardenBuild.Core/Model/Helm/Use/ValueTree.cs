namespace HardenBuild.Model.Helm.Use;

/// <summary>Paths of values that templates read. A read of a map reads all that is in it.</summary>
internal sealed class ValueTree
{
    private readonly Dictionary<string, ValueTree> _children = new(StringComparer.Ordinal);

    /// <summary>The path that ends here is read as a whole.</summary>
    public bool IsRead { get; private set; }

    public void Add(ReadOnlySpan<string> path)
    {
        var tree = this;
        foreach (var key in path)
        {
            if (!tree._children.TryGetValue(key, out var child))
                tree._children.Add(key, child = new ValueTree());
            tree = child;
        }

        tree.IsRead = true;
    }

    /// <summary>What is read below a key; null where nothing is.</summary>
    public ValueTree? Below(string key) => _children.TryGetValue(key, out var child) ? child : null;

    /// <summary>Whether the path, something in it, or something that holds it is read.</summary>
    public bool Reads(ReadOnlySpan<string> path)
    {
        var tree = this;
        foreach (var key in path)
        {
            if (tree.IsRead)
                return true;
            if (tree.Below(key) is not { } child)
                return false;
            tree = child;
        }

        return true;
    }
}
