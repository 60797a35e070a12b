using HardenBuild.Text;

namespace HardenBuild.Model.Secrets;

/// <summary>Signed JSON web tokens: three base64url parts, of which the first two are JSON objects. RFC 7515, section 3.1.</summary>
internal static class JsonWebTokenRecognizer
{
    // Base64 of an opening brace and a quote.
    private const string Object = "eyJ";
    private const int LeastPart = 10;

    public static void Find(string text, List<SecretMatch> matches)
    {
        for (var at = text.IndexOf(Object, StringComparison.Ordinal); at >= 0;)
        {
            var header = EndOfPart(text, at);
            var payload = EndOfNextPart(text, header);
            var signature = EndOfNextPart(text, payload);
            if (header - at >= LeastPart && payload - header > LeastPart && signature - payload > LeastPart
                && SecretCharacters.StartsAt(text, header + 1, Object)
                && (at == 0 || !SecretCharacters.IsBase64Url(text[at - 1])))
            {
                matches.Add(new SecretMatch(TextSpan.FromBounds(at, signature), SecretKind.JsonWebToken));
                header = signature;
            }

            at = text.IndexOf(Object, header, StringComparison.Ordinal);
        }
    }

    private static int EndOfPart(string text, int start) => SecretCharacters.EndOfRun(text, start, SecretCharacters.IsBase64Url);

    private static int EndOfNextPart(string text, int dot) => dot < text.Length && text[dot] == '.' ? EndOfPart(text, dot + 1) : dot;
}
