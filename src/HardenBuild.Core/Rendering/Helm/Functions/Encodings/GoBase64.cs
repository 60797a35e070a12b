using System.Globalization;

namespace HardenBuild.Rendering.Helm.Functions.Encodings;

/// <summary>Base64 as Go's <c>encoding/base64</c> reads and writes it.</summary>
internal static class GoBase64
{
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes);

    public static bool TryDecode(string text, out byte[] bytes) => Decode(text, out bytes) is null;

    /// <summary>Decodes the standard alphabet with padding; line breaks are skipped.</summary>
    /// <returns>Go's error; null when the text is right.</returns>
    public static string? Decode(string text, out byte[] bytes)
    {
        var output = new List<byte>(text.Length * 3 / 4);
        bytes = [];
        int group = 0, count = 0;
        var i = 0;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\r' or '\n')
                continue;
            if (c == '=')
            {
                if (Padding(text, i, count) is { } error)
                    return error;
                break;
            }

            var digit = Digit(c);
            if (digit < 0)
                return Corrupt(i);
            group = (group << 6) | digit;
            if (++count == 4)
            {
                output.Add((byte)(group >> 16));
                output.Add((byte)(group >> 8));
                output.Add((byte)group);
                (group, count) = (0, 0);
            }
        }

        if (i == text.Length && count > 0)
            return Corrupt(text.Length - TrailingBreaks(text) - count);
        if (count > 1)
            output.Add((byte)(group >> (count == 2 ? 4 : 10)));
        if (count == 3)
            output.Add((byte)(group >> 2));
        bytes = output.ToArray();
        return null;
    }

    private static string? Padding(string text, int index, int count)
    {
        if (count < 2)
            return Corrupt(index);
        var next = index + 1;
        if (count == 2)
        {
            next = SkipBreaks(text, next);
            if (next == text.Length)
                return Corrupt(text.Length);
            if (text[next] != '=')
                return Corrupt(next);
            next++;
        }

        next = SkipBreaks(text, next);
        return next < text.Length ? Corrupt(next) : null;
    }

    private static int SkipBreaks(string text, int index)
    {
        while (index < text.Length && text[index] is '\r' or '\n')
            index++;
        return index;
    }

    private static int TrailingBreaks(string text)
    {
        var count = 0;
        while (count < text.Length && text[text.Length - 1 - count] is '\r' or '\n')
            count++;
        return count;
    }

    private static int Digit(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' => 62,
        '/' => 63,
        _ => -1,
    };

    private static string Corrupt(int index) => "illegal base64 data at input byte " + index.ToString(CultureInfo.InvariantCulture);
}
