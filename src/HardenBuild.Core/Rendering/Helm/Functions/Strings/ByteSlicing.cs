using HardenBuild.Rendering.Helm.Functions.Encodings;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary>Cuts texts at offsets in bytes of UTF-8, as Go does.</summary>
internal static class ByteSlicing
{
    /// <summary>A part of a traced text.</summary>
    /// <param name="start">In bytes.</param>
    /// <param name="end">In bytes.</param>
    public static TracedText Slice(TracedText text, int start, int end)
    {
        var content = text.Content;
        if (GoBytes.IsAscii(content))
            return text.Substring(start, end - start);
        if (CharacterAt(content, start) is { } first && CharacterAt(content, end) is { } last)
            return text.Substring(first, last - first);
        // A character is cut through.
        var part = Utf8Text.FromBytes(Utf8Text.ToBytes(content), start, end - start);
        return text.IsTraced ? TracedText.From(part, text.Segments[0].Origin with { IsVerbatim = false }) : TracedText.Untraced(part);
    }

    // The UTF-16 offset of a byte; null inside of a character.
    private static int? CharacterAt(string text, int offset)
    {
        var bytes = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (bytes >= offset)
                return bytes == offset ? i : null;
            if (i == text.Length)
                return null;
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                bytes += 4;
                i++;
            }
            else
            {
                bytes += c < '\u0080' || Utf8Text.IsLoneByte(c) ? 1 : c < '\u0800' ? 2 : 3;
            }
        }

        return null;
    }
}
