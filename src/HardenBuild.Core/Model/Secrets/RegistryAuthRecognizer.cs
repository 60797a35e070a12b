using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Model.Secrets;

/// <summary>The <c>auth</c> member of Docker's <c>config.json</c>: base64 of user and password.</summary>
internal static class RegistryAuthRecognizer
{
    private const string Name = "\"auth";
    private const int LeastCharacters = 8;
    private const int MostCharacters = 8192;

    public static void Find(string text, List<SecretMatch> matches)
    {
        for (var at = text.IndexOf(Name, StringComparison.Ordinal); at >= 0;)
        {
            var end = at + Name.Length;
            if (TryReadValue(text, end, out var value))
            {
                end = value.End;
                if (IsCredentials(text.Substring(value.Start, value.Length)))
                    matches.Add(new SecretMatch(value, SecretKind.RegistryCredentials));
            }

            at = text.IndexOf(Name, end, StringComparison.Ordinal);
        }
    }

    /// <summary>Reads <c>": "value"</c>, also with the quotes escaped for a string around the JSON.</summary>
    private static bool TryReadValue(string text, int offset, out TextSpan value)
    {
        value = default;
        if (!TrySkipQuote(text, ref offset))
            return false;
        SkipBlanks(text, ref offset);
        if (offset >= text.Length || text[offset++] != ':')
            return false;
        SkipBlanks(text, ref offset);
        if (!TrySkipQuote(text, ref offset))
            return false;
        var end = SecretCharacters.EndOfRun(text, offset, static c => SecretCharacters.IsBase64(c) || c == '=');
        value = TextSpan.FromBounds(offset, end);
        return value.Length is >= LeastCharacters and <= MostCharacters;
    }

    private static bool TrySkipQuote(string text, ref int offset)
    {
        if (offset < text.Length && text[offset] == '\\')
            offset++;
        return offset < text.Length && text[offset++] == '"';
    }

    private static void SkipBlanks(string text, ref int offset)
    {
        while (offset < text.Length && char.IsWhiteSpace(text[offset]))
            offset++;
    }

    private static bool IsCredentials(string base64)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return false;
        }

        var decoded = Encoding.UTF8.GetString(bytes);
        var colon = decoded.IndexOf(':');
        return colon > 0 && !Placeholder.IsPlaceholder(decoded.Substring(colon + 1));
    }
}
