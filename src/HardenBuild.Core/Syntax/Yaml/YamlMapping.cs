using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>Keys and values: block (<c>a: b</c>) or flow (<c>{a: b}</c>).</summary>
internal sealed class YamlMapping(SourceText source, TextSpan span, YamlProperties? properties, bool isFlow, ImmutableArray<YamlMember> members)
    : YamlNode(source, span, properties)
{
    private const int SearchedInOrder = 16;
    private Dictionary<string, int>? _index;

    /// <summary>The members as written, merge keys included.</summary>
    public ImmutableArray<YamlMember> Members { get; } = members;

    public bool IsFlow { get; } = isFlow;

    /// <summary>The value of a key with aliases and merge keys followed; null where the key is absent.</summary>
    public YamlNode? this[string key] => Find(key)?.Value.Resolve();

    /// <summary>The member with a key: an own one, else the first one merged in. The first one counts where a key is written twice.</summary>
    public YamlMember? Find(string key)
    {
        if (FindOwn(key) is { } own)
            return own;
        if (FindOwn("<<") is null)
            return null;
        foreach (var merged in new YamlMerge(this))
        {
            if (merged.FindOwn(key) is { } member)
                return member;
        }

        return null;
    }

    /// <summary>The member with a key that is written in this mapping itself.</summary>
    public YamlMember? FindOwn(string key)
    {
        if (Members.Length > SearchedInOrder)
            return (_index ??= IndexKeys()).TryGetValue(key, out var index) ? Members[index] : null;
        foreach (var member in Members)
        {
            if (member.Key is { } own && own.Value == key)
                return member;
        }

        return null;
    }

    /// <summary>The members that take effect: own ones in order without merge keys, then those merged in whose key is new.</summary>
    public ImmutableArray<YamlMember> EffectiveMembers()
    {
        if (FindOwn("<<") is null)
            return Members;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var effective = ImmutableArray.CreateBuilder<YamlMember>();
        AddNew(this);
        foreach (var merged in new YamlMerge(this))
            AddNew(merged);
        return effective.ToImmutable();

        void AddNew(YamlMapping mapping)
        {
            foreach (var member in mapping.Members)
            {
                if (!member.IsMerge && (member.Key is not { } key || seen.Add(key.Value)))
                    effective.Add(member);
            }
        }
    }

    private Dictionary<string, int> IndexKeys()
    {
        var index = new Dictionary<string, int>(Members.Length, StringComparer.Ordinal);
        for (var i = 0; i < Members.Length; i++)
        {
            if (Members[i].Key is { } key && !index.ContainsKey(key.Value))
                index.Add(key.Value, i);
        }

        return index;
    }
}
