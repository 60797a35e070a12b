using System.Globalization;
using System.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>Removes backslashes from literal text. POSIX.1-2024, Shell Command Language, sections 2.2 and 2.7.4.</summary>
internal static class QuoteRemoval
{
    public static string Decode(string text, int start, int end, Quoting quoting)
    {
        if (quoting == Quoting.Single || text.IndexOf('\\', start, end - start) < 0)
            return text.Substring(start, end - start);
        var value = new StringBuilder(end - start);
        if (quoting == Quoting.Ansi)
            DecodeAnsi(text, start, end, value);
        else
            Decode(text, start, end, quoting, value, offsets: null);
        return value.ToString();
    }

    /// <summary>Decodes and notes the offset in <paramref name="text"/> of each character kept; not for <see cref="Quoting.Ansi"/>.</summary>
    public static void Decode(string text, int start, int end, Quoting quoting, StringBuilder value, List<int>? offsets)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\\' && i + 1 < end && quoting != Quoting.Single)
            {
                var lineBreak = LineBreakLength(text, i + 1, end);
                if (lineBreak > 0)
                {
                    i += lineBreak;
                    continue;
                }

                if (IsEscapable(text[i + 1], quoting))
                    i++;
            }

            value.Append(text[i]);
            offsets?.Add(i);
        }
    }

    /// <summary>1 at LF, 2 at CRLF, else 0.</summary>
    public static int LineBreakLength(string text, int index, int end)
    {
        if (index < end && text[index] == '\n')
            return 1;
        return index + 1 < end && text[index] == '\r' && text[index + 1] == '\n' ? 2 : 0;
    }

    private static bool IsEscapable(char c, Quoting quoting) => quoting switch
    {
        Quoting.Double => c is '$' or '`' or '"' or '\\',
        Quoting.HereDocument => c is '$' or '`' or '\\',
        _ => true,
    };

    private static void DecodeAnsi(string text, int start, int end, StringBuilder value)
    {
        var i = start;
        while (i < end)
        {
            var c = text[i++];
            if (c != '\\' || i >= end)
            {
                value.Append(c);
                continue;
            }

            c = text[i++];
            switch (c)
            {
                case 'a': value.Append('\a'); break;
                case 'b': value.Append('\b'); break;
                case 'e' or 'E': value.Append('\u001b'); break;
                case 'f': value.Append('\f'); break;
                case 'n': value.Append('\n'); break;
                case 'r': value.Append('\r'); break;
                case 't': value.Append('\t'); break;
                case 'v': value.Append('\v'); break;
                case 'x': AppendCode(16, 2); break;
                case 'u': AppendCode(16, 4); break;
                case 'U': AppendCode(16, 8); break;
                case >= '0' and <= '7':
                    i--;
                    AppendCode(8, 3);
                    break;
                case '\\' or '\'' or '"' or '?': value.Append(c); break;
                default: value.Append('\\').Append(c); break;
            }
        }

        void AppendCode(int radix, int maximum)
        {
            var code = 0L;
            var digits = 0;
            while (digits < maximum && i < end && Digit(text[i]) is var digit && digit >= 0 && digit < radix)
            {
                code = (code * radix) + digit;
                digits++;
                i++;
            }

            var isScalar = code is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF);
            if (digits > 0)
                value.Append(isScalar ? char.ConvertFromUtf32((int)code) : "\uFFFD");
        }
    }

    private static int Digit(char c) =>
        c < 128 && int.TryParse(c.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var digit) ? digit : -1;
}
