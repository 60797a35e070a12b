using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Functions.Encodings;
using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rendering.Helm.Functions.Urls;

/// <summary>Percent-encoding as Go's <c>net/url</c> does it for each part of a URL.</summary>
internal static class UrlEscaping
{
    public static string Escape(string text, UrlPart part)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var b in GoBytes.Of(text))
        {
            if (b < 0x80 && IsPlain((char)b, part))
                escaped.Append((char)b);
            else
                escaped.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    /// <exception cref="FormatException">A percent sign without two digits after it.</exception>
    public static string Unescape(string text)
    {
        if (text.IndexOf('%') < 0)
            return text;
        var bytes = GoBytes.Of(text);
        var output = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '%')
            {
                output.Add(bytes[i]);
                continue;
            }

            if (i + 2 >= bytes.Length || Digit(bytes[i + 1]) < 0 || Digit(bytes[i + 2]) < 0)
            {
                var length = Math.Min(3, bytes.Length - i);
                throw new FormatException("invalid URL escape " + GoQuoting.Quote(GoBytes.ToText(bytes, i, length)));
            }

            output.Add((byte)((Digit(bytes[i + 1]) << 4) | Digit(bytes[i + 2])));
            i += 2;
        }

        return GoBytes.ToText(output.ToArray());
    }

    /// <summary>A character that stands for itself in a part of a URL.</summary>
    /// <remarks>RFC 3986, sections 2.2 and 3, as net/url's <c>shouldEscape</c> reads them.</remarks>
    public static bool IsPlain(char c, UrlPart part) => c switch
    {
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '~' => true,
        '$' or '&' or '+' or ',' or ';' or '=' => true,
        '/' or '?' => part == UrlPart.Fragment || (part == UrlPart.Path && c == '/'),
        ':' => part != UrlPart.UserInfo,
        '@' => part is UrlPart.Path or UrlPart.Fragment,
        '!' or '(' or ')' or '*' => part is UrlPart.Host or UrlPart.Fragment,
        '\'' or '[' or ']' or '<' or '>' or '"' => part == UrlPart.Host,
        _ => false,
    };

    private static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
