using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>Reports keys that a mapping has twice.</summary>
internal sealed class YamlDuplicateKeys(List<SyntaxError> errors)
{
    private const int ComparedInPairs = 8;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public void Check(ReadOnlySpan<YamlMember> members)
    {
        if (members.Length > ComparedInPairs)
            CheckMany(members);
        else
            CheckFew(members);
    }

    private void CheckFew(ReadOnlySpan<YamlMember> members)
    {
        for (var i = 1; i < members.Length; i++)
        {
            if (members[i].KeyNode is not YamlScalar key)
                continue;
            for (var j = 0; j < i; j++)
            {
                if (members[j].KeyNode is YamlScalar other && other.Value == key.Value)
                {
                    Report(key);
                    break;
                }
            }
        }
    }

    private void CheckMany(ReadOnlySpan<YamlMember> members)
    {
        _seen.Clear();
        foreach (var member in members)
        {
            if (member.KeyNode is YamlScalar key && !_seen.Add(key.Value))
                Report(key);
        }
    }

    // YAML 1.2.2, section 3.2.1.3: keys are unique; Go's reader, which Kubernetes, Helm and Compose use, refuses the file.
    private void Report(YamlScalar key)
    {
        if (errors.Count < YamlLimits.Errors)
            errors.Add(new SyntaxError(key.Span, $"The mapping already has the key '{key.Value}'; remove one of the two"));
    }
}
