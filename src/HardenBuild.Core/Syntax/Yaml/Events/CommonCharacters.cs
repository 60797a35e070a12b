namespace HardenBuild.Syntax.Yaml.Events;

/// <summary>The characters that mean the same to every reader of YAML.</summary>
internal static class CommonCharacters
{
    /// <summary>No control characters but tabs and line breaks, no line breaks but LF and CRLF, no byte order marks.</summary>
    public static bool AreAll(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007f' or '\n' or '\t')
                continue;
            if (c == '\r' ? i + 1 >= end || text[i + 1] != '\n' : c is < '\u00a0' or '\u2028' or '\u2029' or '\ufeff' or >= '\ufffe' || char.IsSurrogate(c))
                return false;
        }

        return true;
    }
}
