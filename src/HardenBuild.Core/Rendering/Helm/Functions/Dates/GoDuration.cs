using System.Globalization;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>Go's <c>time.Duration</c>, a number of nanoseconds.</summary>
internal static class GoDuration
{
    public const long Second = 1_000_000_000;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;

    public static GoInteger Value(long nanoseconds) => new(nanoseconds, GoKind.Int64, typeName: "time.Duration");

    /// <summary>Reads <c>1h15m30.918s</c>.</summary>
    /// <returns>Null and Go's error where the text is none.</returns>
    public static long? Parse(string text, out string? error)
    {
        error = null;
        var position = 0;
        var isNegative = false;
        if (text.Length > 0 && text[0] is '-' or '+')
            (isNegative, position) = (text[0] == '-', 1);
        if (position + 1 == text.Length && text[position] == '0')
            return 0;
        decimal total = 0;
        if (position == text.Length)
            error = "time: invalid duration " + GoQuoting.Quote(text);
        while (position < text.Length && error is null)
            total += Part(text, ref position, ref error);
        if (error is not null)
            return null;
        if (total > long.MaxValue)
        {
            error = "time: invalid duration " + GoQuoting.Quote(text);
            return null;
        }

        return isNegative ? -(long)total : (long)total;
    }

    private static decimal Part(string text, ref int position, ref string? error)
    {
        var start = position;
        while (position < text.Length && text[position] is (>= '0' and <= '9') or '.')
            position++;
        var number = text.Substring(start, position - start);
        var unitStart = position;
        while (position < text.Length && text[position] is not ((>= '0' and <= '9') or '.'))
            position++;
        var unit = text.Substring(unitStart, position - unitStart);
        if (number.Length is 0 or > 20 || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            error = "time: invalid duration " + GoQuoting.Quote(text);
            return 0;
        }

        decimal? scale = unit switch
        {
            "ns" => 1,
            "us" or "\u00B5s" or "\u03BCs" => 1000,
            "ms" => 1_000_000,
            "s" => Second,
            "m" => Minute,
            "h" => Hour,
            _ => null,
        };
        if (scale is null)
            error = unit.Length == 0 ? "time: missing unit in duration " + GoQuoting.Quote(text) : $"time: unknown unit {GoQuoting.Quote(unit)} in duration {GoQuoting.Quote(text)}";
        return decimal.Truncate(value * (scale ?? 0));
    }
}
