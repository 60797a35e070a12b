using System.Security.Cryptography;
using System.Text;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Reporting;

/// <summary>What makes a finding the same finding in another version of the file, in version 1.</summary>
/// <remarks>The rule, the file, the construct's name and the words of its line; never the line number, so that edits elsewhere in the file do not change it.</remarks>
public static class FindingFingerprint
{
    private const char Separator = '\n';

    // The rest of an endless line tells nothing more, and would be read once a finding.
    private const int MaximumLine = 1024;

    /// <summary>The first 16 bytes of the SHA-256 of the finding's identity, in lower-case hexadecimal.</summary>
    public static string Of(Finding finding)
    {
        var source = finding.Location.Source;
        var line = source.GetLine(source.GetLineIndex(finding.Location.Span.Start));
        var words = NormalizeSpace(source.Substring(new TextSpan(line.Start, Math.Min(line.Length, MaximumLine))));
        var identity = finding.Rule.Id + Separator + source.Path + Separator + finding.LogicalPath + Separator + words;
        return ToHexadecimal(SHA256.HashData(Encoding.UTF8.GetBytes(identity)), 16);
    }

    // Indentation and alignment are a formatter's business.
    private static string NormalizeSpace(string line)
    {
        var normalized = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c))
                normalized.Append(c);
            else if (normalized.Length > 0 && normalized[normalized.Length - 1] != ' ')
                normalized.Append(' ');
        }

        return normalized.ToString().TrimEnd(' ');
    }

    private static string ToHexadecimal(byte[] bytes, int count)
    {
        const string Digits = "0123456789abcdef";
        var text = new char[count * 2];
        for (var i = 0; i < count; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[(2 * i) + 1] = Digits[bytes[i] & 0xf];
        }

        return new string(text);
    }
}
