using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Tree;

/// <summary>The members of a mapping while it is read or merged, each key once.</summary>
internal sealed class MemberList(int capacity)
{
    private readonly List<ComposeMember> _members = new(capacity);
    private readonly Dictionary<string, int> _places = new(capacity, StringComparer.Ordinal);

    /// <summary>Adds a member unless its key is there already.</summary>
    public void AddFirst(Located<string> key, ComposeNode value)
    {
        if (!_places.ContainsKey(key.Value))
            Add(key, value);
    }

    /// <summary>Adds a member, or replaces the value of the one with its key.</summary>
    public void AddLast(Located<string> key, ComposeNode value)
    {
        if (_places.TryGetValue(key.Value, out var place))
            _members[place] = new ComposeMember(key, value);
        else
            Add(key, value);
    }

    public ImmutableArray<ComposeMember> ToImmutable() => [.. _members];

    private void Add(Located<string> key, ComposeNode value)
    {
        _places.Add(key.Value, _members.Count);
        _members.Add(new ComposeMember(key, value));
    }
}
