using System.Text;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Encodings;

/// <summary>Strings and lists as the bytes that Go sees; see <see cref="Utf8Text"/>.</summary>
internal static class GoBytes
{
    public static int Length(string text) => Utf8Text.Length(text);

    public static bool IsAscii(string text)
    {
        foreach (var c in text)
        {
            if (c > '\u007F')
                return false;
        }

        return true;
    }

    public static byte[] Of(string text) => Utf8Text.ToBytes(text);

    /// <summary>The bytes of a list of <c>uint8</c>, not to be changed.</summary>
    public static byte[] Of(GoList list)
    {
        if (list.Bytes is { } known)
            return known;
        var bytes = new byte[list.Items.Count];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = list.Items[i] is GoInteger integer ? unchecked((byte)integer.Value) : (byte)0;
        return bytes;
    }

    public static string ToText(byte[] bytes) => Utf8Text.FromBytes(bytes, 0, bytes.Length);

    public static string ToText(byte[] bytes, int start, int length) => Utf8Text.FromBytes(bytes, start, length);

    /// <summary>The text with U+FFFD in place of each byte that is part of no character.</summary>
    public static string WithoutLoneBytes(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                (clean ??= new StringBuilder(text))[i] = '\uFFFD';
        }

        return clean?.ToString() ?? text;
    }
}
