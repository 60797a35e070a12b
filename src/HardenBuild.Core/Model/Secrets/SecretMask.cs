namespace HardenBuild.Model.Secrets;

/// <summary>Text that is shown to people and written to logs, without the credentials in it.</summary>
internal static class SecretMask
{
    /// <summary>The same text with an asterisk for each character of a credential; lengths and positions stay.</summary>
    public static string Apply(string text)
    {
        var matches = SecretScanner.Find(text);
        if (matches.IsEmpty)
            return text;

        var masked = text.ToCharArray();
        foreach (var match in matches)
        {
            for (var i = match.Span.Start; i < match.Span.End; i++)
                masked[i] = '*';
        }

        return new string(masked);
    }
}
