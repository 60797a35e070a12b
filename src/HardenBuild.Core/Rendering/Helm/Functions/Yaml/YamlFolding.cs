namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>Whether a text can be written in one go.</summary>
internal static class YamlFolding
{
    /// <summary>The text may pass the width, or has line breaks or characters of two code units, so that its columns must be counted.</summary>
    public static bool MayFold(string text, int column, int width)
    {
        if (text.Length > width - column)
            return true;
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' || char.IsSurrogate(c))
                return true;
        }

        return false;
    }
}
