namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>Characters of texts and patterns.</summary>
internal static class RegexText
{
    /// <summary>The character at an offset; a code unit that is no character reads as U+FFFD, as a wrong byte does in Go.</summary>
    public static int CharacterAt(string text, int offset, out int length)
    {
        var c = text[offset];
        length = 1;
        if (!char.IsSurrogate(c))
            return c;
        if (char.IsHighSurrogate(c) && offset + 1 < text.Length && char.IsLowSurrogate(text[offset + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(c, text[offset + 1]);
        }

        return 0xFFFD;
    }

    public static bool IsWord(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_';

    /// <summary>A name of a group: ASCII letters, digits and underscores.</summary>
    public static bool IsName(string name)
    {
        foreach (var c in name)
        {
            if (!IsWord(c))
                return false;
        }

        return name.Length > 0;
    }
}
