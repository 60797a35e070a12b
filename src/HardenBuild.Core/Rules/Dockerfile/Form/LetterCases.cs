namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>Tells how the letters of a keyword are written.</summary>
internal static class LetterCases
{
    public static LetterCase Of(string keyword)
    {
        var hasLower = false;
        var hasUpper = false;
        foreach (var c in keyword)
        {
            hasLower |= c is >= 'a' and <= 'z';
            hasUpper |= c is >= 'A' and <= 'Z';
        }

        return hasLower == hasUpper ? LetterCase.Mixed : hasLower ? LetterCase.Lower : LetterCase.Upper;
    }

    public static string Change(string keyword, LetterCase to) => to == LetterCase.Lower ? keyword.ToLowerInvariant() : keyword.ToUpperInvariant();
}
