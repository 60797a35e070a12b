namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Character classes of the grammar.</summary>
internal static class DockerfileCharacters
{
    /// <summary>What separates keyword, flags and arguments on a line.</summary>
    public static bool IsBlank(char c) => c is ' ' or '\t' or '\v' or '\f' or '\r';

    public static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    public static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>First offset at or after <paramref name="start"/> that is not blank.</summary>
    public static int SkipBlanks(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && IsBlank(text[start]))
            start++;
        return start;
    }

    /// <summary>First offset at or after <paramref name="start"/> that is blank, or the end.</summary>
    public static int SkipNonBlanks(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && !IsBlank(text[start]))
            start++;
        return start;
    }

    /// <summary>The part without white space around it.</summary>
    public static LogicalText Trim(LogicalText text)
    {
        var characters = text.Characters;
        var start = 0;
        var end = characters.Length;
        while (start < end && char.IsWhiteSpace(characters[start]))
            start++;
        while (end > start && char.IsWhiteSpace(characters[end - 1]))
            end--;
        return text.Slice(start, end - start);
    }
}
