using HardenBuild.Text;

namespace HardenBuild.Model.Secrets;

/// <summary>Passwords in URLs: <c>scheme://user:password@host</c>. RFC 3986, section 3.2.1.</summary>
internal static class UrlPasswordRecognizer
{
    private const string Slashes = "://";

    public static void Find(string text, List<SecretMatch> matches)
    {
        for (var at = text.IndexOf(Slashes, StringComparison.Ordinal); at >= 0;)
        {
            var user = at + Slashes.Length;
            var colon = SecretCharacters.EndOfRun(text, user, static c => IsUserInfo(c) && c != ':');
            var end = colon;
            if (colon < text.Length && text[colon] == ':')
            {
                end = SecretCharacters.EndOfRun(text, colon + 1, IsUserInfo);
                if (IsPassword(text, at, colon, end))
                    matches.Add(new SecretMatch(TextSpan.FromBounds(colon + 1, end), SecretKind.UrlPassword));
            }

            at = text.IndexOf(Slashes, end, StringComparison.Ordinal);
        }
    }

    private static bool IsUserInfo(char c) => !char.IsWhiteSpace(c) && c is not ('/' or '@' or '"' or '\'' or '`' or '?' or '#' or '\\' or '|' or ';' or ',' or '(' or ')');

    private static bool IsPassword(string text, int scheme, int colon, int end)
    {
        if (scheme == 0 || !char.IsLetter(text[scheme - 1]) && !char.IsDigit(text[scheme - 1]))
            return false;
        if (end + 1 >= text.Length || text[end] != '@' || !IsHostStart(text[end + 1]))
            return false;
        var start = scheme + Slashes.Length;
        var user = text.Substring(start, colon - start);
        var password = text.Substring(colon + 1, end - colon - 1);

        // A password that repeats the user's name is a product's published default; a token given as the user is recognised by its shape.
        return password != user && password != "x-oauth-basic" && !Placeholder.IsPlaceholder(password);
    }

    private static bool IsHostStart(char c) => char.IsLetterOrDigit(c) || c is '$' or '{' or '[' or '_';
}
