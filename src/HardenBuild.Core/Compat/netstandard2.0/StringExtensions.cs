namespace HardenBuild;

/// <summary>Members of <see cref="string"/> that came after netstandard2.0.</summary>
internal static class StringExtensions
{
    public static bool Contains(this string text, string value, StringComparison comparison) => text.IndexOf(value, comparison) >= 0;
}
