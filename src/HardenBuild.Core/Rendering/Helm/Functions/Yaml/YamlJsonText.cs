using System.Text;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>What a string becomes when it is written as JSON and read as YAML, as <c>toYaml</c> does.</summary>
internal static class YamlJsonText
{
    /// <summary>The string that YAML's reader finds; the same instance when nothing changes.</summary>
    /// <exception cref="UnwritableValueException">YAML's reader refuses a character that JSON does not escape.</exception>
    public static string ReadBack(string text)
    {
        var hasBreak = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is < '\u007F' or (>= '\u00A0' and < '\uD800'))
                continue;
            if (c == '\u0085')
                hasBreak = true;
            else if (c is >= '\u007F' and < '\u00A0' or '\uFFFE' or '\uFFFF')
                throw new UnwritableValueException("yaml: control characters are not allowed");
            else if (char.IsSurrogate(c) && (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1])))
                return ReadBack(Functions.Encodings.GoBytes.WithoutLoneBytes(text));
            else if (char.IsSurrogate(c))
                i++;
        }

        return hasBreak ? Fold(text) : text;
    }

    // JSON leaves U+0085 as it is; YAML takes it for a line break, and folds it in a quoted text.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            var breaks = 0;
            while (end < text.Length && text[end] is ' ' or '\u0085')
                breaks += text[end++] == '\u0085' ? 1 : 0;
            if (breaks == 0)
            {
                end = Math.Max(end, i + 1);
                folded.Append(text, i, end - i);
            }
            else if (breaks == 1)
            {
                folded.Append(' ');
            }
            else
            {
                folded.Append('\n', breaks - 1);
            }

            i = end;
        }

        return folded.ToString();
    }
}
