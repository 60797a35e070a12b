using System.Globalization;

namespace HardenBuild.Model.Kubernetes;

/// <summary>A release of Kubernetes, without its patch level: <c>1.34</c>.</summary>
/// <param name="Minor">The number behind <c>1.</c>; there is no other major version.</param>
public readonly record struct KubernetesVersion(int Minor) : IComparable<KubernetesVersion>
{
    private const string Major = "1.";

    /// <summary>Reads what people and cloud providers call a version: <c>1.34</c>, <c>v1.34.2</c>, <c>1.34.1-gke.200</c>.</summary>
    /// <returns>Null for any other text.</returns>
    public static KubernetesVersion? Parse(string text)
    {
        var number = text.Trim();
        if (number.Length > 0 && number[0] is 'v' or 'V')
            number = number.Substring(1);
        if (!number.StartsWith(Major, StringComparison.Ordinal))
            return null;
        var end = DigitsEnd(number, Major.Length);
        var digits = number.Substring(Major.Length, end - Major.Length);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var minor) && IsSuffix(number, end) ? new KubernetesVersion(minor) : null;
    }

    public int CompareTo(KubernetesVersion other) => Minor.CompareTo(other.Minor);

    public static bool operator <(KubernetesVersion left, KubernetesVersion right) => left.Minor < right.Minor;

    public static bool operator >(KubernetesVersion left, KubernetesVersion right) => left.Minor > right.Minor;

    public static bool operator <=(KubernetesVersion left, KubernetesVersion right) => left.Minor <= right.Minor;

    public static bool operator >=(KubernetesVersion left, KubernetesVersion right) => left.Minor >= right.Minor;

    public override string ToString() => Major + Minor.ToString(CultureInfo.InvariantCulture);

    /// <summary>Nothing, <c>+</c> for "and something", or a patch level and what a provider adds to it.</summary>
    private static bool IsSuffix(string text, int start)
    {
        if (start == text.Length)
            return true;
        if (text[start] != '.')
            return text[start] is '-' or '+';
        var end = DigitsEnd(text, start + 1);
        return end > start + 1 && (end == text.Length || text[end] is '-' or '+');
    }

    private static int DigitsEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is >= '0' and <= '9')
            end++;
        return end;
    }
}
