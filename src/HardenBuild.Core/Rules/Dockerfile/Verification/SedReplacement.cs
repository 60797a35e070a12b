using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>What <c>sed s/pattern/replacement/</c> puts into a file.</summary>
internal static class SedReplacement
{
    public static IEnumerable<WrittenText> Of(StageInstruction instruction, Invocation sed)
    {
        if (sed.Words.Length < 2)
            yield break;
        var path = sed.Words[sed.Words.Length - 1].Prefix;
        foreach (var word in sed.Words)
        {
            if (word.Value is { } script && ReplacementOf(script) is { } replacement)
                yield return new WrittenText(instruction, path, replacement, word.Span);
        }
    }

    /// <summary>Null when the word is no substitution. An address may stand before it.</summary>
    private static string? ReplacementOf(string script)
    {
        for (var at = script.IndexOf('s'); at >= 0 && at + 1 < script.Length; at = script.IndexOf('s', at + 1))
        {
            var isCommand = at == 0 || script[at - 1] is '/' or ' ' or '}' or '{' or ';' or (>= '0' and <= '9') or '$';
            var delimiter = script[at + 1];
            if (!isCommand || char.IsLetterOrDigit(delimiter) || delimiter is ' ' or '\\' or '\n')
                continue;
            var middle = EndOf(script, at + 2, delimiter);
            var end = middle < 0 ? -1 : EndOf(script, middle + 1, delimiter);
            return end < 0 ? null : script.Substring(middle + 1, end - middle - 1);
        }

        return null;
    }

    private static int EndOf(string script, int start, char delimiter)
    {
        for (var i = start; i < script.Length; i++)
        {
            if (script[i] == '\\')
                i++;
            else if (script[i] == delimiter)
                return i;
        }

        return -1;
    }
}
