using System.Globalization;
using System.Text;

namespace HardenBuild.Rendering.Helm.Functions.Encodings;

/// <summary>Base32 as Go's <c>encoding/base32</c> reads and writes it (RFC 4648, section 6).</summary>
internal static class GoBase32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(byte[] bytes)
    {
        var text = new StringBuilder((bytes.Length + 4) / 5 * 8);
        int group = 0, bits = 0;
        foreach (var b in bytes)
        {
            group = (group << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Alphabet[(group >> (bits - 5)) & 31]);
            group &= 0xFF;
        }

        if (bits > 0)
            text.Append(Alphabet[(group << (5 - bits)) & 31]);
        while (text.Length % 8 != 0)
            text.Append('=');
        return text.ToString();
    }

    /// <returns>Go's error; null when the text is right.</returns>
    public static string? Decode(string text, out byte[] bytes)
    {
        bytes = [];
        text = text.Replace("\r", "").Replace("\n", "");
        var end = text.TrimEnd('=').Length;
        if (text.Length % 8 != 0)
            return Corrupt(end < text.Length ? end : text.Length);
        if (text.Length - end is not (0 or 1 or 3 or 4 or 6))
            return Corrupt(end);
        var output = new List<byte>(end * 5 / 8);
        int group = 0, bits = 0;
        for (var i = 0; i < end; i++)
        {
            var digit = Alphabet.IndexOf(text[i]);
            if (digit < 0)
                return Corrupt(i);
            group = (group << 5) | digit;
            bits += 5;
            if (bits >= 8)
            {
                output.Add((byte)(group >> (bits - 8)));
                bits -= 8;
            }

            group &= 0xFF;
        }

        bytes = output.ToArray();
        return null;
    }

    private static string Corrupt(int index) => "illegal base32 data at input byte " + index.ToString(CultureInfo.InvariantCulture);
}
