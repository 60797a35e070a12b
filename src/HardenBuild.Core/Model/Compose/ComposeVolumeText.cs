using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Takes a volume in short syntax apart, <c>[source:]target[:options]</c>, before variables are replaced.</summary>
internal static class ComposeVolumeText
{
    /// <summary>The parts, in offsets of the text. Colons in <c>${…}</c> and after a drive letter separate nothing.</summary>
    public static List<TextSpan> Split(string text)
    {
        var parts = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{')
            {
                var close = ComposeInterpolation.FindClose(text, i, text.Length);
                if (close < 0)
                    break;
                i = close;
            }
            else if (text[i] == ':' && !IsDrive(text, start, i))
            {
                parts.Add(TextSpan.FromBounds(start, i));
                start = i + 1;
            }
        }

        parts.Add(TextSpan.FromBounds(start, text.Length));
        return parts;
    }

    /// <summary>Whether a source is a path of the host rather than the name of a volume.</summary>
    public static bool IsPath(string source) =>
        source.Length > 0 && (source[0] is '.' or '/' or '~' or '\\' || (source.Length > 1 && source[1] == ':' && char.IsLetter(source[0])));

    private static bool IsDrive(string text, int start, int colon) =>
        colon == start + 1 && char.IsLetter(text[start]) && colon + 1 < text.Length && text[colon + 1] is '\\' or '/' && HasMore(text, start, colon);

    // "a:/data" is the volume a at /data; "c:/data:/data" and "c:\data" begin with a drive.
    private static bool HasMore(string text, int start, int colon) =>
        start > 0 || text[colon + 1] == '\\' || text.IndexOf(':', colon + 1) >= 0;
}
