using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Secrets;

/// <summary>Texts of NuGet.config that a Dockerfile writes itself: heredocs of COPY and ADD, and scripts of RUN that write one.</summary>
/// <param name="Instruction">What writes the text.</param>
internal sealed record NuGetConfigText(StageInstruction Instruction, LogicalText Text)
{
    // A limit, so that a text of nothing but keys is not read to its end for each.
    private const int LongestElement = 2048;

    public static IEnumerable<NuGetConfigText> Of(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is FileTransferInstruction transfer)
            {
                foreach (var heredoc in transfer.Heredocs)
                {
                    if (IsConfiguration(heredoc.Body.Text))
                        yield return new NuGetConfigText(instruction, heredoc.Body);
                }
            }
            else if (instruction.Syntax is RunInstruction { Command.Script: { } script } && IsConfiguration(script.Text))
            {
                yield return new NuGetConfigText(instruction, script);
            }
        }
    }

    /// <summary>The values of <c>&lt;add key="..." value="..." /&gt;</c> for a key.</summary>
    public IEnumerable<TextSpan> ValuesOf(string key)
    {
        var text = Text.Text;
        for (var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(key, at + key.Length, StringComparison.OrdinalIgnoreCase))
        {
            var limit = Math.Min(text.Length - at, LongestElement);
            var end = text.IndexOf('>', at, limit);
            if (IsQuoted(text, at, key.Length) && AttributeAfter(text, "value=", at + key.Length, end < 0 ? at + limit : end) is { } value)
                yield return value;
        }
    }

    /// <summary>The values of an attribute, wherever it stands.</summary>
    public IEnumerable<TextSpan> ValuesOfAttribute(string name)
    {
        for (var at = 0; AttributeAfter(Text.Text, name + "=", at, Text.Length) is { } value; at = value.End)
            yield return value;
    }

    private static bool IsConfiguration(string text) =>
        text.Contains("<packageSource", StringComparison.OrdinalIgnoreCase) || text.Contains("<apikeys", StringComparison.OrdinalIgnoreCase);

    private static bool IsQuoted(string text, int start, int length) =>
        start > 0 && text[start - 1] is '"' or '\'' && start + length < text.Length && text[start + length] is '"' or '\'' or '\\';

    /// <summary>In a script the quotes may be escaped.</summary>
    private static TextSpan? AttributeAfter(string text, string attribute, int start, int end)
    {
        var at = text.IndexOf(attribute, start, end - start, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var open = at + attribute.Length;
        if (open < end && text[open] == '\\')
            open++;
        if (open >= end || text[open] is not ('"' or '\''))
            return null;
        var close = text.IndexOf(text[open], open + 1, end - open - 1);
        if (close < 0)
            return null;
        if (close > open + 1 && text[close - 1] == '\\')
            close--;
        return TextSpan.FromBounds(open + 1, close);
    }
}
