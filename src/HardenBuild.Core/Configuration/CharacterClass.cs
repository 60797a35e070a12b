namespace HardenBuild.Configuration;

/// <summary>A set of characters of a section glob: <c>[abc]</c>, <c>[a-z]</c>, <c>[!abc]</c>.</summary>
/// <remarks>A negated class matches the slash too, as in Roslyn.</remarks>
internal sealed class CharacterClass
{
    private readonly List<(char First, char Last)> _ranges = [];
    private bool _isNegated;

    private CharacterClass()
    {
    }

    public bool Contains(char c)
    {
        foreach (var (first, last) in _ranges)
        {
            if (c >= first && c <= last)
                return !_isNegated;
        }

        return _isNegated;
    }

    /// <summary>Reads a class whose opening bracket ends at <paramref name="position"/> and moves behind its closing bracket.</summary>
    /// <returns>Null where the class is empty, not closed, or has a range whose ends are swapped.</returns>
    public static CharacterClass? TryRead(string glob, ref int position)
    {
        var result = new CharacterClass();
        if (position < glob.Length && glob[position] == '!')
        {
            result._isNegated = true;
            position++;
        }

        var members = new List<(char Character, bool IsEscaped)>();
        for (; position < glob.Length; position++)
        {
            var c = glob[position];
            if (c == ']')
            {
                position++;
                return members.Count > 0 && result.AddRanges(members) ? result : null;
            }

            var isEscaped = c == '\\';
            if (isEscaped && ++position == glob.Length)
                return null;

            members.Add((glob[position], isEscaped));
        }

        return null;
    }

    /// <summary>A dash is a range between two members, and itself at either end of the class or when escaped.</summary>
    private bool AddRanges(List<(char Character, bool IsEscaped)> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            var (first, isEscaped) = members[i];
            var last = first;
            // An escaped dash ends a range but never begins one: .NET's regular expressions read it so.
            var canBegin = !(isEscaped && first == '-');
            if (canBegin && i + 2 < members.Count && members[i + 1] == ('-', false))
            {
                i += 2;
                last = members[i].Character;
            }

            if (last < first)
                return false;

            _ranges.Add((first, last));
        }

        return true;
    }
}
