using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Tree;

/// <summary>Keys and values, each key once; extensions (<c>x-…</c>) are left out.</summary>
internal sealed class ComposeMapping(YamlNode written, ImmutableArray<ComposeMember> members) : ComposeNode(written)
{
    private const int SearchedInOrder = 16;
    private Dictionary<string, int>? _index;

    /// <summary>In order of their first appearance.</summary>
    public ImmutableArray<ComposeMember> Members { get; } = members;

    /// <summary>The value of a key; null where the key is absent or its value is null.</summary>
    public ComposeNode? this[string key] => Find(key) is { Value: { IsNull: false } value } ? value : null;

    public ComposeMember? Find(string key)
    {
        if (Members.Length <= SearchedInOrder)
        {
            foreach (var member in Members)
            {
                if (member.Key.Value == key)
                    return member;
            }

            return null;
        }

        return (_index ??= IndexKeys()).TryGetValue(key, out var index) ? Members[index] : null;
    }

    /// <summary>The mapping under a key; null where it is absent or something else.</summary>
    public ComposeMapping? Mapping(string key) => this[key]?.AsMapping;

    /// <summary>The items under a key; none where it is absent or something else.</summary>
    public ImmutableArray<ComposeNode> Items(string key) => this[key]?.AsSequence?.Items ?? [];

    /// <summary>The texts of the list under a key, each once.</summary>
    /// <param name="isUndetermined">True when some item cannot be told.</param>
    public ImmutableArray<Located<string>> Texts(string key, out bool isUndetermined)
    {
        var value = this[key];
        isUndetermined = value is not (null or ComposeSequence);
        return value is ComposeSequence sequence ? sequence.Texts(out isUndetermined) : [];
    }

    private Dictionary<string, int> IndexKeys()
    {
        var index = new Dictionary<string, int>(Members.Length, StringComparer.Ordinal);
        for (var i = 0; i < Members.Length; i++)
            index[Members[i].Key.Value] = i;
        return index;
    }
}
