namespace HardenBuild;

/// <summary><c>string.Contains</c> as later frameworks have it.</summary>
internal static class StringContains
{
    public static bool Contains(this string text, char value) => text.IndexOf(value) >= 0;

    public static bool Contains(this string text, string value, StringComparison comparison) => text.IndexOf(value, comparison) >= 0;
}
