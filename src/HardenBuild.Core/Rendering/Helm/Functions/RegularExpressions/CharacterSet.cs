using System.Globalization;

namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>A set of characters: ranges and Unicode categories.</summary>
internal sealed class CharacterSet
{
    public const int Last = 0x10FFFF;

    private readonly List<(int First, int Last)> _ranges = [];
    private uint _categories;

    public bool IsNegated { get; set; }

    /// <summary>Characters match in either case.</summary>
    public bool IgnoresCase { get; set; }

    /// <summary>The only character of the set; null where there are more, or where it is no UTF-16 code unit by itself.</summary>
    public char? Single =>
        _ranges is [var (first, last)] && first == last && first is < 0xD800 or > 0xDFFF and <= 0xFFFF && first == last && _categories == 0 && !IsNegated && !IgnoresCase
            ? (char)first
            : null;

    public static CharacterSet Of(int character, bool ignoresCase)
    {
        var set = new CharacterSet { IgnoresCase = ignoresCase };
        set.Add(character, character);
        return set;
    }

    public static CharacterSet AnyButNewline()
    {
        var set = new CharacterSet();
        set.Add(0, '\n' - 1);
        set.Add('\n' + 1, Last);
        return set;
    }

    public static CharacterSet Any()
    {
        var set = new CharacterSet();
        set.Add(0, Last);
        return set;
    }

    public void Add(int first, int last) => _ranges.Add((first, last));

    /// <summary>Adds sorted ranges, or all characters outside of them.</summary>
    public void Add((int First, int Last)[] ranges, bool isNegated)
    {
        if (!isNegated)
        {
            _ranges.AddRange(ranges);
            return;
        }

        var next = 0;
        foreach (var (first, last) in ranges)
        {
            if (first > next)
                _ranges.Add((next, first - 1));
            next = last + 1;
        }

        if (next <= Last)
            _ranges.Add((next, Last));
    }

    /// <summary>Adds Unicode categories, one bit each.</summary>
    public void AddCategories(uint categories) => _categories |= categories;

    public bool Contains(int character)
    {
        var isIn = Holds(character);
        if (!isIn && IgnoresCase)
            isIn = HoldsOtherCase(character);
        return isIn != IsNegated;
    }

    private bool HoldsOtherCase(int character)
    {
        var (lower, upper) = (ToLower(character), ToUpper(character));
        if ((lower != character && Holds(lower)) || (upper != character && Holds(upper)))
            return true;
        // The Kelvin sign, the long s and the Angstrom sign fold with letters that do not fold back to them.
        return lower switch
        {
            'k' => Holds(0x212A),
            's' => Holds(0x17F),
            0xE5 => Holds(0x212B),
            0x17F => Holds('s') || Holds('S'),
            _ => false,
        };
    }

    private bool Holds(int character)
    {
        foreach (var (first, last) in _ranges)
        {
            if (character >= first && character <= last)
                return true;
        }

        return _categories != 0 && (_categories & (1u << (int)CategoryOf(character))) != 0;
    }

    private static UnicodeCategory CategoryOf(int character) => character <= 0xFFFF
        ? CharUnicodeInfo.GetUnicodeCategory((char)character)
        : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(character), 0);

    private static int ToLower(int character) => character <= 0xFFFF ? char.ToLowerInvariant((char)character) : character;

    private static int ToUpper(int character) => character <= 0xFFFF ? char.ToUpperInvariant((char)character) : character;
}
