namespace HardenBuild.Syntax.Yaml.Events;

/// <summary>Parts of a text as strings, one string for the many times that a file says <c>name</c>.</summary>
internal sealed class RepeatedTexts(string text)
{
    private const int LongestKept = 32;

    // A power of two.
    private const int Places = 512;
    private readonly string?[] _kept = new string?[Places];

    public string Get(int start, int end)
    {
        var length = end - start;
        if (length is 0 or > LongestKept)
            return text.Substring(start, length);
        var hash = length;
        for (var i = start; i < end; i++)
            hash = unchecked((hash * 31) + text[i]);
        ref var place = ref _kept[(hash ^ (hash >> 9) ^ (hash >> 18)) & (Places - 1)];
        if (place is null || place.Length != length || string.CompareOrdinal(place, 0, text, start, length) != 0)
            place = text.Substring(start, length);
        return place;
    }
}
