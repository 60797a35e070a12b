using HardenBuild.Reporting;

namespace HardenBuild.Sarif;

/// <summary>Sentences as SARIF messages.</summary>
internal static class SarifText
{
    // GitHub, "SARIF support for code scanning": shortDescription, fullDescription and help text are cut after 1,024 characters.
    private const int DescriptionLimit = 1024;

    /// <summary>The text with its full stop, harmless in a log and free of accidental links.</summary>
    public static string Sentence(string text) => WithFullStop(EscapeLinks(PlainText.Neutralize(text)));

    /// <summary>A sentence that fits a rule's description.</summary>
    public static string Description(string text)
    {
        var sentence = WithFullStop(text);
        return sentence.Length <= DescriptionLimit ? sentence : sentence.Substring(0, DescriptionLimit - 3).TrimEnd() + "...";
    }

    /// <summary>Text that may stand between the brackets of an embedded link (SARIF 2.1.0, section 3.11.6).</summary>
    public static string LinkText(string text) =>
        PlainText.Neutralize(text).Replace("\\", "\\\\").Replace("[", "\\[").Replace("]", "\\]");

    // Only "](" makes a link; brackets alone are common in globs and are left as they are.
    private static string EscapeLinks(string text) => text.Contains("](")
        ? text.Replace("[", "\\[").Replace("]", "\\]")
        : text;

    private static string WithFullStop(string text) => text.Length > 0 && text[text.Length - 1] is '.' or '!' or '?' ? text : text + ".";
}
