using System.Collections.Immutable;

namespace HardenBuild.Model.Docker.Context;

/// <summary><c>[a-z]</c> or <c>[^a-z]</c> of a glob.</summary>
/// <remarks>Grammar: Go's <c>path/filepath.Match</c>, which refuses a pattern before anything is matched.</remarks>
internal sealed class CharacterSet
{
    private readonly ImmutableArray<(char Low, char High)> _ranges;
    private readonly bool _isNegated;

    private CharacterSet(ImmutableArray<(char Low, char High)> ranges, bool isNegated)
    {
        _ranges = ranges;
        _isNegated = isNegated;
    }

    /// <summary>Reads a set that begins at a bracket and moves behind it; null when it is malformed.</summary>
    public static CharacterSet? TryParse(string pattern, ref int position)
    {
        var i = position + 1;
        var isNegated = i < pattern.Length && pattern[i] == '^';
        if (isNegated)
            i++;
        var ranges = ImmutableArray.CreateBuilder<(char, char)>();
        while (i < pattern.Length && (pattern[i] != ']' || ranges.Count == 0))
        {
            if (!TryReadCharacter(pattern, ref i, out var low))
                return null;
            var high = low;
            if (i < pattern.Length && pattern[i] == '-')
            {
                i++;
                if (!TryReadCharacter(pattern, ref i, out high))
                    return null;
            }

            ranges.Add((low, high));
        }

        if (i >= pattern.Length)
            return null;
        position = i + 1;
        return new CharacterSet(ranges.ToImmutable(), isNegated);
    }

    public bool Contains(char c)
    {
        foreach (var (low, high) in _ranges)
        {
            if (c >= low && c <= high)
                return !_isNegated;
        }

        return _isNegated;
    }

    private static bool TryReadCharacter(string pattern, ref int i, out char character)
    {
        character = default;
        if (i >= pattern.Length || pattern[i] is '-' or ']')
            return false;
        if (pattern[i] == '\\' && ++i >= pattern.Length)
            return false;
        character = pattern[i++];
        return true;
    }
}
