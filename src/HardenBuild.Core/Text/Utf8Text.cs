using System.Text;

namespace HardenBuild.Text;

/// <summary>Go's strings are bytes: counts them in a text that holds them, and converts both ways.</summary>
/// <remarks>A lone surrogate in the range U+DC80 to U+DCFF stands for one byte that is no part of a character.</remarks>
internal static class Utf8Text
{
    private const int ReplacementLength = 3;

    /// <summary>How many bytes of UTF-8 a text has.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
                continue;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                length += 2;
                i++;
            }
            else if (!IsLoneByte(c))
            {
                length += c < 0x800 ? 1 : 2;
            }
        }

        return length;
    }

    /// <summary>How many characters (Go's runes) a text has.</summary>
    public static int RuneCount(string text)
    {
        var count = text.Length;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (!char.IsHighSurrogate(text[i]) || !char.IsLowSurrogate(text[i + 1]))
                continue;
            count--;
            i++;
        }

        return count;
    }

    public static bool IsLoneByte(char c) => c is >= '\uDC80' and <= '\uDCFF';

    public static byte[] ToBytes(string text)
    {
        var bytes = new byte[Length(text)];
        var position = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                bytes[position++] = (byte)c;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                position += Encoding.UTF8.GetBytes(text, i, 2, bytes, position);
                i++;
            }
            else if (IsLoneByte(c))
            {
                bytes[position++] = (byte)(c - 0xDC00);
            }
            else if (char.IsSurrogate(c))
            {
                // No valid text holds one; it costs what U+FFFD costs, as Length says.
                (bytes[position], bytes[position + 1], bytes[position + 2]) = (0xEF, 0xBF, 0xBD);
                position += ReplacementLength;
            }
            else
            {
                position += Encoding.UTF8.GetBytes(text, i, 1, bytes, position);
            }
        }

        return bytes;
    }

    /// <summary>The text of bytes; each that is no part of a character becomes a lone surrogate.</summary>
    public static string FromBytes(byte[] bytes, int start, int count)
    {
        var text = new StringBuilder(count);
        var end = start + count;
        var position = start;
        while (position < end)
        {
            var length = SequenceLength(bytes, position, end);
            if (length == 0)
                text.Append((char)(0xDC00 + bytes[position++]));
            else if (length == 1)
                text.Append((char)bytes[position++]);
            else
            {
                text.Append(Encoding.UTF8.GetString(bytes, position, length));
                position += length;
            }
        }

        return text.ToString();
    }

    // The Unicode Standard 15.0, table 3-7, well-formed UTF-8 byte sequences. 0: not one.
    private static int SequenceLength(byte[] bytes, int position, int end)
    {
        var first = bytes[position];
        if (first < 0x80)
            return 1;
        var length = first switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0 || position + length > end)
            return 0;
        var second = bytes[position + 1];
        var isSecondFitting = first switch
        {
            0xE0 => second is >= 0xA0 and <= 0xBF,
            0xED => second is >= 0x80 and <= 0x9F,
            0xF0 => second is >= 0x90 and <= 0xBF,
            0xF4 => second is >= 0x80 and <= 0x8F,
            _ => second is >= 0x80 and <= 0xBF,
        };
        if (!isSecondFitting)
            return 0;
        for (var i = 2; i < length; i++)
        {
            if (bytes[position + i] is < 0x80 or > 0xBF)
                return 0;
        }

        return length;
    }
}
