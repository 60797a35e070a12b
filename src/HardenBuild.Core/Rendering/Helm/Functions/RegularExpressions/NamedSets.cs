using System.Globalization;

namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>The sets that patterns name: <c>\d</c>, <c>[:alpha:]</c>, <c>\p{Lu}</c>. Those of Perl and POSIX are ASCII only.</summary>
internal static class NamedSets
{
    private static readonly (int, int)[] Digits = [('0', '9')];
    private static readonly (int, int)[] Spaces = [('\t', '\n'), ('\f', '\r'), (' ', ' ')];
    private static readonly (int, int)[] Words = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];

    /// <summary>The set of <c>\d</c>, <c>\s</c>, <c>\w</c>; null for another letter.</summary>
    public static (int First, int Last)[]? Perl(char letter) => letter switch
    {
        'd' => Digits,
        's' => Spaces,
        'w' => Words,
        _ => null,
    };

    public static (int First, int Last)[]? Posix(string name) => name switch
    {
        "alnum" => [('0', '9'), ('A', 'Z'), ('a', 'z')],
        "alpha" => [('A', 'Z'), ('a', 'z')],
        "ascii" => [(0, 0x7F)],
        "blank" => [('\t', '\t'), (' ', ' ')],
        "cntrl" => [(0, 0x1F), (0x7F, 0x7F)],
        "digit" => Digits,
        "graph" => [('!', '~')],
        "lower" => [('a', 'z')],
        "print" => [(' ', '~')],
        "punct" => [('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        "space" => [('\t', '\r'), (' ', ' ')],
        "upper" => [('A', 'Z')],
        "word" => Words,
        "xdigit" => [('0', '9'), ('A', 'F'), ('a', 'f')],
        _ => null,
    };

    /// <summary>Unicode categories as bits; null for a name that is none.</summary>
    public static uint? Categories(string name) => name switch
    {
        "Any" => uint.MaxValue,
        "L" => Bits(UnicodeCategory.UppercaseLetter, UnicodeCategory.LowercaseLetter, UnicodeCategory.TitlecaseLetter, UnicodeCategory.ModifierLetter, UnicodeCategory.OtherLetter),
        "Lu" => Bits(UnicodeCategory.UppercaseLetter),
        "Ll" => Bits(UnicodeCategory.LowercaseLetter),
        "Lt" => Bits(UnicodeCategory.TitlecaseLetter),
        "Lm" => Bits(UnicodeCategory.ModifierLetter),
        "Lo" => Bits(UnicodeCategory.OtherLetter),
        "M" => Bits(UnicodeCategory.NonSpacingMark, UnicodeCategory.SpacingCombiningMark, UnicodeCategory.EnclosingMark),
        "Mn" => Bits(UnicodeCategory.NonSpacingMark),
        "Mc" => Bits(UnicodeCategory.SpacingCombiningMark),
        "Me" => Bits(UnicodeCategory.EnclosingMark),
        "N" => Bits(UnicodeCategory.DecimalDigitNumber, UnicodeCategory.LetterNumber, UnicodeCategory.OtherNumber),
        "Nd" => Bits(UnicodeCategory.DecimalDigitNumber),
        "Nl" => Bits(UnicodeCategory.LetterNumber),
        "No" => Bits(UnicodeCategory.OtherNumber),
        "P" => Bits(UnicodeCategory.ConnectorPunctuation, UnicodeCategory.DashPunctuation, UnicodeCategory.OpenPunctuation, UnicodeCategory.ClosePunctuation,
            UnicodeCategory.InitialQuotePunctuation, UnicodeCategory.FinalQuotePunctuation, UnicodeCategory.OtherPunctuation),
        "Pc" => Bits(UnicodeCategory.ConnectorPunctuation),
        "Pd" => Bits(UnicodeCategory.DashPunctuation),
        "Ps" => Bits(UnicodeCategory.OpenPunctuation),
        "Pe" => Bits(UnicodeCategory.ClosePunctuation),
        "Pi" => Bits(UnicodeCategory.InitialQuotePunctuation),
        "Pf" => Bits(UnicodeCategory.FinalQuotePunctuation),
        "Po" => Bits(UnicodeCategory.OtherPunctuation),
        "S" => Bits(UnicodeCategory.MathSymbol, UnicodeCategory.CurrencySymbol, UnicodeCategory.ModifierSymbol, UnicodeCategory.OtherSymbol),
        "Sm" => Bits(UnicodeCategory.MathSymbol),
        "Sc" => Bits(UnicodeCategory.CurrencySymbol),
        "Sk" => Bits(UnicodeCategory.ModifierSymbol),
        "So" => Bits(UnicodeCategory.OtherSymbol),
        "Z" => Bits(UnicodeCategory.SpaceSeparator, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator),
        "Zs" => Bits(UnicodeCategory.SpaceSeparator),
        "Zl" => Bits(UnicodeCategory.LineSeparator),
        "Zp" => Bits(UnicodeCategory.ParagraphSeparator),
        "C" => Bits(UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.Surrogate, UnicodeCategory.PrivateUse),
        "Cc" => Bits(UnicodeCategory.Control),
        "Cf" => Bits(UnicodeCategory.Format),
        "Cs" => Bits(UnicodeCategory.Surrogate),
        "Co" => Bits(UnicodeCategory.PrivateUse),
        _ => null,
    };

    /// <summary>The main blocks of the scripts that patterns for names and texts use (Unicode 15.0, Scripts.txt, without their rare characters).</summary>
    public static (int First, int Last)[]? Script(string name) => name switch
    {
        "Latin" => [('A', 'Z'), ('a', 'z'), (0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2B8), (0x1E00, 0x1EFF), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A)],
        "Greek" => [(0x370, 0x373), (0x375, 0x377), (0x37A, 0x37D), (0x37F, 0x37F), (0x384, 0x384), (0x386, 0x386), (0x388, 0x3E1), (0x3F0, 0x3FF), (0x1F00, 0x1FFE)],
        "Cyrillic" => [(0x400, 0x484), (0x487, 0x52F), (0x1C80, 0x1C88), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)],
        "Han" => [(0x2E80, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAD9), (0x20000, 0x323AF)],
        "Hiragana" => [(0x3041, 0x3096), (0x309D, 0x309F)],
        "Katakana" => [(0x30A1, 0x30FA), (0x30FD, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF6F), (0xFF71, 0xFF9D)],
        "Arabic" => [(0x600, 0x604), (0x606, 0x60B), (0x60D, 0x61A), (0x61C, 0x61E), (0x620, 0x63F), (0x641, 0x64A), (0x656, 0x66F), (0x671, 0x6DC), (0x6DE, 0x6FF), (0x750, 0x77F)],
        "Hebrew" => [(0x591, 0x5C7), (0x5D0, 0x5EA), (0x5EF, 0x5F4)],
        _ => null,
    };

    private static uint Bits(params UnicodeCategory[] categories)
    {
        uint bits = 0;
        foreach (var category in categories)
            bits |= 1u << (int)category;
        return bits;
    }
}
