using System.Globalization;

namespace HardenBuild.Model.Kubernetes.Objects;

/// <summary>What the API takes for labels.</summary>
/// <remarks>https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set</remarks>
internal static class LabelSyntax
{
    private const int MaximumName = 63;
    private const int MaximumPrefix = 253;

    /// <summary>A value may be empty.</summary>
    public static bool IsValue(string text) => text.Length == 0 || IsName(text);

    /// <summary>A name, after a domain and a slash if it has one.</summary>
    public static bool IsKey(string text)
    {
        var slash = text.IndexOf('/');
        return slash < 0 ? IsName(text) : slash is > 0 and <= MaximumPrefix && IsDomain(text, slash) && IsName(text.Substring(slash + 1));
    }

    /// <summary>YAML reads the text as a number.</summary>
    public static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool IsName(string text)
    {
        if (text.Length is 0 or > MaximumName || !IsAlphanumeric(text[0]) || !IsAlphanumeric(text[text.Length - 1]))
            return false;
        foreach (var c in text)
        {
            if (!IsAlphanumeric(c) && c is not ('-' or '_' or '.'))
                return false;
        }

        return true;
    }

    private static bool IsDomain(string text, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (text[i] is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.'))
                return false;
        }

        return true;
    }

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
