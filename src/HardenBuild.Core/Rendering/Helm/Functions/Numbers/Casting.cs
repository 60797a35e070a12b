using System.Globalization;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Numbers;

/// <summary>Conversions to numbers as spf13/cast makes them for Sprig: what is no number becomes 0.</summary>
internal static class Casting
{
    public static long ToInteger(GoValue value) => value switch
    {
        GoInteger integer => integer.Value,
        GoFloat number => Truncate(number.Value),
        GoBoolean boolean => boolean.Value ? 1 : 0,
        GoString text => GoNumberText.ParseInteger(WithoutZeroDecimals(text.Value)) ?? 0,
        _ => 0,
    };

    public static double ToFloat(GoValue value) => value switch
    {
        GoFloat number => number.Value,
        GoInteger integer => integer.Value,
        GoBoolean boolean => boolean.Value ? 1 : 0,
        GoString text => GoNumberText.ParseFloat(text.Value) ?? 0,
        _ => 0,
    };

    /// <summary>A float without its fraction; what an int64 cannot hold becomes its least value, as on x64.</summary>
    public static long Truncate(double value) => value is >= -9223372036854775808.0 and < 9223372036854775808.0 ? (long)value : long.MinValue;

    // "8.00" is 8, "8.5" is no integer.
    private static string WithoutZeroDecimals(string text)
    {
        var point = text.IndexOf('.');
        if (point < 0)
            return text;
        for (var i = point + 1; i < text.Length; i++)
        {
            if (text[i] != '0')
                return text;
        }

        return point == text.Length - 1 && point == 0 ? text : text.Substring(0, point);
    }

    /// <summary><c>strconv.Atoi</c>; 0 where it fails.</summary>
    public static long ParseDecimal(string text) => Digits(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool Digits(string text)
    {
        for (var i = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
        }

        return text.Length > 0;
    }
}
