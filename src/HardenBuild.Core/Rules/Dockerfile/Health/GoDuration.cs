using System.Globalization;

namespace HardenBuild.Rules.Dockerfile.Health;

/// <summary>Durations as Go writes them: <c>1m30s</c>.</summary>
internal static class GoDuration
{
    /// <summary>The duration in seconds; null when the text is none. Grammar: https://pkg.go.dev/time#ParseDuration.</summary>
    public static double? Parse(string text)
    {
        var at = text is ['-' or '+', ..] ? 1 : 0;
        if (text.Length == at + 1 && text[at] == '0')
            return 0;
        if (at == text.Length)
            return null;
        var seconds = 0d;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && text[at] is (>= '0' and <= '9') or '.')
                at++;
            var digits = text.Substring(start, at - start);
            if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return null;
            start = at;
            while (at < text.Length && text[at] is not ((>= '0' and <= '9') or '.'))
                at++;
            if (UnitOf(text.Substring(start, at - start)) is not { } unit)
                return null;
            seconds += number * unit;
        }

        return text[0] == '-' ? -seconds : seconds;
    }

    private static double? UnitOf(string unit) => unit switch
    {
        "ns" => 1e-9,
        "us" or "\u00B5s" or "\u03BCs" => 1e-6,
        "ms" => 1e-3,
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        _ => null,
    };
}
