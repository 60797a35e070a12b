using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

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
            if (word.Value is not { } script)
                continue;
            for (var next = 0; FindReplacement(script, next) is { } replacement; next = replacement.End + 1)
                yield return new WrittenText(instruction, path, script.Substring(replacement.Start, replacement.Length), SpanOf(word, script, replacement));
        }
    }

    /// <summary>The next replacement from an offset on; null when there is none. An address may stand before the command.</summary>
    private static TextSpan? FindReplacement(string script, int from)
    {
        for (var at = script.IndexOf('s', from); at >= 0 && at + 1 < script.Length; at = script.IndexOf('s', at + 1))
        {
            var isCommand = at == 0 || script[at - 1] is '/' or ' ' or '}' or '{' or ';' or (>= '0' and <= '9') or '$' or '\n';
            var delimiter = script[at + 1];
            if (!isCommand || char.IsLetterOrDigit(delimiter) || delimiter is ' ' or '\\' or '\n')
                continue;
            var middle = EndOf(script, at + 2, delimiter);
            var end = middle < 0 ? -1 : EndOf(script, middle + 1, delimiter);
            return end < 0 ? null : TextSpan.FromBounds(middle + 1, end);
        }

        return null;
    }

    /// <summary>The whole word when quotes or escapes within it shift the characters.</summary>
    private static TextSpan SpanOf(CommandWord word, string script, TextSpan part) => (word.Span.Length - script.Length) switch
    {
        0 => new TextSpan(word.Span.Start + part.Start, part.Length),
        2 => new TextSpan(word.Span.Start + 1 + part.Start, part.Length),
        _ => word.Span,
    };

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
