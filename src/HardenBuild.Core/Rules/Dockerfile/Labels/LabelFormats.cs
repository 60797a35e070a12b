using System.Globalization;

namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>The formats of labels' values.</summary>
internal static class LabelFormats
{
    /// <summary>An absolute URI with a scheme. RFC 3986, section 4.3.</summary>
    public static bool IsUrl(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 1 && char.IsLetter(text[0]) && text.IndexOf(' ') < 0 && Uri.TryCreate(text, UriKind.Absolute, out _);
    }

    /// <summary>RFC 3339, section 5.6: date-time. A blank may stand for the T.</summary>
    public static bool IsDateTime(string text)
    {
        if (text.Length < 20 || text[10] is not ('T' or 't' or ' '))
            return false;
        var end = 19;
        if (text[end] == '.')
        {
            end++;
            while (end < text.Length && text[end] is >= '0' and <= '9')
                end++;
            if (end == 20)
                return false;
        }

        var zone = text.Substring(end);
        var time = text.Substring(0, 19).Replace(text[10], 'T');
        return DateTime.TryParseExact(time, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && (zone is "Z" or "z" || (zone is ['+' or '-', _, _, ':', _, _] && TimeSpan.TryParseExact(zone.Substring(1), "hh\\:mm", CultureInfo.InvariantCulture, out _)));
    }

    /// <summary>A commit: abbreviated to seven digits or more, or whole in SHA-1 or SHA-256.</summary>
    public static bool IsGitHash(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f')))
                return false;
        }

        return text.Length is (>= 7 and <= 40) or 64;
    }

    /// <summary>Semantic Versioning 2.0.0, section 2 to 10, https://semver.org.</summary>
    public static bool IsSemanticVersion(string text)
    {
        var plus = text.IndexOf('+');
        if (plus >= 0 && !AreIdentifiers(text.Substring(plus + 1), allowsLeadingZero: true))
            return false;
        var version = plus < 0 ? text : text.Substring(0, plus);
        var dash = version.IndexOf('-');
        if (dash >= 0 && !AreIdentifiers(version.Substring(dash + 1), allowsLeadingZero: false))
            return false;
        var numbers = (dash < 0 ? version : version.Substring(0, dash)).Split('.');
        return numbers.Length == 3 && Array.TrueForAll(numbers, static number => IsNumber(number) && (number.Length == 1 || number[0] != '0'));
    }

    /// <summary>RFC 5322, section 3.4.1: addr-spec, without comments and quoted names.</summary>
    public static bool IsMailAddress(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && text.IndexOfAny([' ', '<', '>', '(', ')', ',', ';']) < 0
            && text[at + 1] != '.' && text[text.Length - 1] != '.' && !text.Contains("..", StringComparison.Ordinal);
    }

    private static bool AreIdentifiers(string text, bool allowsLeadingZero)
    {
        foreach (var identifier in text.Split('.'))
        {
            if (identifier.Length == 0 || (!allowsLeadingZero && identifier.Length > 1 && identifier[0] == '0' && IsNumber(identifier)))
                return false;
            foreach (var c in identifier)
            {
                if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-'))
                    return false;
            }
        }

        return true;
    }

    private static bool IsNumber(string text)
    {
        foreach (var c in text)
        {
            if (c is not (>= '0' and <= '9'))
                return false;
        }

        return text.Length > 0;
    }
}
