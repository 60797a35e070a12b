using HardenBuild.Text;

namespace HardenBuild.Model.Secrets;

/// <summary>PEM blocks of private keys, recognised by their first line and the key that follows it.</summary>
/// <remarks>RFC 7468, section 2, and the older labels with an algorithm; OpenSSH and PGP use the same frame.</remarks>
internal static class PrivateKeyRecognizer
{
    private const string Begin = "-----BEGIN ";
    private const int LongestLabel = 40;
    private const int LeastKeyCharacters = 16;

    public static void Find(string text, List<SecretMatch> matches)
    {
        for (var at = IndexOf(0); at >= 0; at = IndexOf(at + Begin.Length))
        {
            var label = at + Begin.Length;
            var window = Math.Min(LongestLabel, text.Length - label);
            var end = text.IndexOf("-----", label, window, StringComparison.Ordinal);
            if (end > 0 && IsPrivateKey(text.Substring(label, end - label)) && IsFollowedByKey(text, end + 5))
                matches.Add(new SecretMatch(TextSpan.FromBounds(at, end + 5), SecretKind.PrivateKey));
        }

        int IndexOf(int start) => text.IndexOf(Begin, start, StringComparison.Ordinal);
    }

    private static bool IsPrivateKey(string label) =>
        label.EndsWith("PRIVATE KEY", StringComparison.Ordinal) || label.EndsWith("PRIVATE KEY BLOCK", StringComparison.Ordinal);

    /// <summary>A command that only looks for the header has no key after it.</summary>
    private static bool IsFollowedByKey(string text, int offset)
    {
        while (offset < text.Length && IsBetweenLines(text, ref offset))
            offset++;
        return SecretCharacters.StartsAt(text, offset, "Proc-Type:")
            || SecretCharacters.EndOfRun(text, offset, SecretCharacters.IsBase64) - offset >= LeastKeyCharacters;
    }

    /// <summary>White space, quotes and commas between string pieces, and line breaks written as <c>\n</c>.</summary>
    private static bool IsBetweenLines(string text, ref int offset)
    {
        if (text[offset] != '\\')
            return char.IsWhiteSpace(text[offset]) || text[offset] is '"' or '\'' or ',';
        if (offset + 1 < text.Length && text[offset + 1] is 'n' or 'r')
            offset++;
        return true;
    }
}
