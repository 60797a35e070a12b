using System.Text;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Encodings;

/// <summary>Strings as the bytes of UTF-8 that Go sees.</summary>
/// <remarks>A byte that is part of no character is kept as a lone code unit in the range U+DC80 to U+DCFF; see <see cref="GoString"/>.</remarks>
internal static class GoBytes
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Number of bytes.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < '\u0080')
                continue;
            if (c < '\u0800')
                length++;
            else if (!char.IsSurrogate(c))
                length += 2;
            else if (IsPairAt(text, i))
                (length, i) = (length + 2, i + 1);
            else if (!IsLoneByte(c))
                length += 2;
        }

        return length;
    }

    public static bool IsAscii(string text)
    {
        foreach (var c in text)
        {
            if (c > '\u007F')
                return false;
        }

        return true;
    }

    /// <summary>The bytes of a string.</summary>
    public static byte[] Of(string text)
    {
        if (!HasLoneSurrogate(text))
            return Utf8.GetBytes(text);
        var bytes = new List<byte>(text.Length + 8);
        var buffer = new char[2];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsPairAt(text, i))
            {
                (buffer[0], buffer[1]) = (c, text[++i]);
                bytes.AddRange(Utf8.GetBytes(buffer, 0, 2));
            }
            else if (IsLoneByte(c))
            {
                bytes.Add((byte)(c - '\uDC00'));
            }
            else
            {
                buffer[0] = char.IsSurrogate(c) ? '\uFFFD' : c;
                bytes.AddRange(Utf8.GetBytes(buffer, 0, 1));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The bytes of a list of <c>uint8</c>.</summary>
    public static byte[] Of(GoList list)
    {
        var bytes = new byte[list.Items.Count];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = list.Items[i] is GoInteger integer ? unchecked((byte)integer.Value) : (byte)0;
        return bytes;
    }

    /// <summary>The string of bytes that need not be UTF-8.</summary>
    public static string ToText(byte[] bytes) => ToText(bytes, 0, bytes.Length);

    public static string ToText(byte[] bytes, int start, int length)
    {
        var text = new StringBuilder(length);
        var end = start + length;
        for (var i = start; i < end;)
        {
            var size = CharacterSize(bytes, i, end);
            if (size == 0)
                text.Append((char)('\uDC00' + bytes[i++]));
            else if (size == 1)
                text.Append((char)bytes[i++]);
            else
                i = Append(text, bytes, i, size);
        }

        return text.ToString();
    }

    /// <summary>The text with U+FFFD in place of each byte that is part of no character.</summary>
    public static string WithoutLoneBytes(string text)
    {
        if (!HasLoneSurrogate(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPairAt(text, i))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(char.IsSurrogate(text[i]) ? '\uFFFD' : text[i]);
        }

        return clean.ToString();
    }

    public static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!IsPairAt(text, i))
                return true;
            i++;
        }

        return false;
    }

    private static bool IsPairAt(string text, int index) => char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);

    private static bool IsLoneByte(char c) => c is >= '\uDC80' and <= '\uDCFF';

    private static int Append(StringBuilder text, byte[] bytes, int start, int size)
    {
        var character = bytes[start] & (0xFF >> (size + 1));
        for (var i = start + 1; i < start + size; i++)
            character = (character << 6) | (bytes[i] & 0x3F);
        if (character > 0xFFFF)
            text.Append(char.ConvertFromUtf32(character));
        else
            text.Append((char)character);
        return start + size;
    }

    // The size of the valid character that starts here; 0 where there is none. Unicode 15, table 3-7.
    private static int CharacterSize(byte[] bytes, int i, int end)
    {
        var first = bytes[i];
        if (first < 0x80)
            return 1;
        var size = first switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (size == 0 || i + size > end)
            return 0;
        var second = bytes[i + 1];
        var isValid = first switch
        {
            0xE0 => second is >= 0xA0 and <= 0xBF,
            0xED => second is >= 0x80 and <= 0x9F,
            0xF0 => second is >= 0x90 and <= 0xBF,
            0xF4 => second is >= 0x80 and <= 0x8F,
            _ => second is >= 0x80 and <= 0xBF,
        };
        for (var j = i + 2; j < i + size; j++)
            isValid &= bytes[j] is >= 0x80 and <= 0xBF;
        return isValid ? size : 0;
    }
}
