using System.Globalization;

namespace HardenBuild.Syntax.Yaml;

/// <summary>Plain words with a type of their own.</summary>
internal static class YamlWords
{
    // YAML 1.2.2, section 10.3.2, core schema tag resolution.
    public static bool IsNull(string word) => word is "" or "~" or "null" or "Null" or "NULL";

    // YAML 1.2.2, section 10.3.2.
    public static bool? CoreBoolean(string word) => word switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    // yaml.org/type/bool.html (YAML 1.1).
    public static bool? Yaml11Boolean(string word) => word switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => true,
        "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => false,
        _ => CoreBoolean(word),
    };

    public static long? Integer(string word)
    {
        // The longest notation is a sign, 0b and 64 digits; underscores may double it.
        if (word.Length is 0 or > 140 || word[0] is not ('-' or '+' or (>= '0' and <= '9')))
            return null;
        var digits = string.Concat(word.Split('_'));
        var isNegative = digits[0] == '-';
        if (digits[0] is '-' or '+')
            digits = digits.Substring(1);
        return Magnitude(digits) is { } magnitude ? (isNegative ? -magnitude : magnitude) : null;
    }

    private static long? Magnitude(string digits)
    {
        if (digits.Length > 2 && digits[0] == '0' && digits[1] is 'x' or 'X' or 'o' or 'O' or 'b' or 'B')
            return InBase(digits, 2, digits[1] switch { 'x' or 'X' => 16, 'o' or 'O' => 8, _ => 2 });
        if (digits.Length > 1 && digits[0] == '0')
            return InBase(digits, 1, 8);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static long? InBase(string digits, int start, int radix)
    {
        long number = 0;
        for (var i = start; i < digits.Length; i++)
        {
            var digit = digits[i] switch
            {
                >= '0' and <= '9' => digits[i] - '0',
                >= 'a' and <= 'f' => digits[i] - 'a' + 10,
                >= 'A' and <= 'F' => digits[i] - 'A' + 10,
                _ => radix,
            };
            if (digit >= radix || number > (long.MaxValue - digit) / radix)
                return null;
            number = (number * radix) + digit;
        }

        return number;
    }
}
