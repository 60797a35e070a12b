namespace HardenBuild.Model.Secrets;

/// <summary>The alphabets credentials are written in.</summary>
internal static class SecretCharacters
{
    public static bool IsUpperOrDigit(char c) => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    public static bool IsLowerOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    public static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    public static bool IsWord(char c) => IsAlphanumeric(c) || c == '_';

    /// <summary>RFC 4648, section 5.</summary>
    public static bool IsBase64Url(char c) => IsAlphanumeric(c) || c is '-' or '_';

    /// <summary>RFC 4648, section 4, without padding.</summary>
    public static bool IsBase64(char c) => IsAlphanumeric(c) || c is '+' or '/';

    /// <summary>Offset after the run of characters of an alphabet that begins at <paramref name="start"/>.</summary>
    public static int EndOfRun(string text, int start, Func<char, bool> isMember)
    {
        while (start < text.Length && isMember(text[start]))
            start++;
        return start;
    }

    public static bool StartsAt(string text, int offset, string value) => string.CompareOrdinal(text, offset, value, 0, value.Length) == 0;
}
