using System.Globalization;
using HardenBuild.Rendering.Helm.Functions.Dates;
using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>The types of plain scalars as go-yaml 2 sees them: YAML 1.1 with some of 1.2 (<c>0o17</c>), without numbers to base 60.</summary>
internal static class YamlResolver
{
    /// <summary>What a plain word means.</summary>
    /// <returns>A <see cref="GoNil"/>, <see cref="GoBoolean"/>, <see cref="GoInteger"/> or <see cref="GoFloat"/>; null for a string, dates included.</returns>
    public static GoValue? Resolve(string text)
    {
        if (text.Length == 0)
            return GoNil.Null;
        switch (text[0])
        {
            case 'y' or 'Y' or 'n' or 'N' or 't' or 'T' or 'f' or 'F' or 'o' or 'O' or '~':
                return Word(text);
            case '.':
                return text switch
                {
                    ".nan" or ".NaN" or ".NAN" => new GoFloat(double.NaN),
                    ".inf" or ".Inf" or ".INF" => new GoFloat(double.PositiveInfinity),
                    _ => GoNumberText.ParseFloat(text) is { } number ? new GoFloat(number) : null,
                };
            case '+' or '-' or (>= '0' and <= '9'):
                return Number(text);
            default:
                return null;
        }
    }

    /// <summary>A string that must be quoted so that it stays one.</summary>
    public static bool NeedsQuotes(string text) => Resolve(text) is not null || IsTimestamp(text) || IsBase60(text);

    /// <summary>One of the forms of a date that go-yaml reads as a time: it keeps them as strings, and quotes them.</summary>
    public static bool IsTimestamp(string text)
    {
        if (text.Length < 8 || text[4] != '-')
            return false;
        for (var i = 0; i < 4; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
        }

        return GoLayout.TryParse("2006-1-2T15:4:5.999999999Z07:00", text, out _)
            || GoLayout.TryParse("2006-1-2t15:4:5.999999999Z07:00", text, out _)
            || GoLayout.TryParse("2006-1-2 15:4:5.999999999", text, out _)
            || GoLayout.TryParse("2006-1-2", text, out _);
    }

    private static GoValue? Word(string text) => text switch
    {
        "~" or "null" or "Null" or "NULL" => GoNil.Null,
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => GoBoolean.True,
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => GoBoolean.False,
        _ => null,
    };

    private static GoValue? Number(string text)
    {
        if (text is "+.inf" or "+.Inf" or "+.INF")
            return new GoFloat(double.PositiveInfinity);
        if (text is "-.inf" or "-.Inf" or "-.INF")
            return new GoFloat(double.NegativeInfinity);
        if (IsTimestamp(text))
            return null;
        // A text of digits longer than any number: reading it as a float would cost more than it tells.
        var digits = text.Contains('_') ? text.Replace("_", "") : text;
        if (GoNumberText.ParseInteger(digits) is { } integer)
            return new GoInteger(integer);
        if (digits[0] is not ('+' or '-') && GoNumberText.ParseUnsigned(digits) is { } unsigned)
            return new GoFloat(unsigned);
        return IsFloat(digits) && GoNumberText.ParseFloat(digits) is { } number ? new GoFloat(number) : null;
    }

    // go-yaml's yamlStyleFloat: [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
    private static bool IsFloat(string text)
    {
        var position = text[0] is '+' or '-' ? 1 : 0;
        var whole = Digits(text, ref position);
        if (position < text.Length && text[position] == '.')
        {
            position++;
            if (Digits(text, ref position) + whole == 0)
                return false;
        }
        else if (whole == 0)
        {
            return false;
        }

        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            if (position < text.Length && text[position] is '+' or '-')
                position++;
            if (Digits(text, ref position) == 0)
                return false;
        }

        return position == text.Length;
    }

    // go-yaml's base60float: [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
    private static bool IsBase60(string text)
    {
        if (!text.Contains(':'))
            return false;
        var position = text[0] is '+' or '-' ? 1 : 0;
        if (position == text.Length || text[position] is < '0' or > '9')
            return false;
        while (position < text.Length && text[position] is (>= '0' and <= '9') or '_')
            position++;
        var groups = 0;
        for (; position < text.Length && text[position] == ':'; groups++)
        {
            position++;
            var start = position;
            if (Digits(text, ref position) is 0 or > 2 || (position - start == 2 && text[start] > '5'))
                return false;
        }

        if (groups == 0)
            return false;
        if (position < text.Length && text[position] == '.')
        {
            position++;
            while (position < text.Length && text[position] is (>= '0' and <= '9') or '_')
                position++;
        }

        return position == text.Length;
    }

    private static int Digits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && text[position] is >= '0' and <= '9')
            position++;
        return position - start;
    }

    /// <summary>The name that a key has in JSON.</summary>
    public static string KeyText(GoValue key) => key switch
    {
        GoBoolean boolean => boolean.Value ? "true" : "false",
        GoInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        GoFloat number => FloatKey(number.Value),
        _ => "",
    };

    // sigs.k8s.io/yaml prints such keys with the precision of float32.
    private static string FloatKey(double value) =>
        double.IsNaN(value) ? ".nan"
        : double.IsPositiveInfinity(value) ? ".inf"
        : double.IsNegativeInfinity(value) ? "-.inf"
        : GoNumberText.General(double.Parse(((float)value).ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture));
}
