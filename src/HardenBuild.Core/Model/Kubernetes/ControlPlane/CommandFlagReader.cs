using System.Collections.Immutable;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>Reads the words of a component's command: <c>--flag=value</c>, <c>--flag value</c>, <c>--flag</c>.</summary>
internal static class CommandFlagReader
{
    public static void Read(ReadOnlySpan<CommandWord> words, SourceText source, ComponentFlags flags)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (Dashes(word.Prefix) is not (> 0 and var dashes))
            {
                // A variable or a placeholder on its own may stand for flags; other words are arguments.
                flags.AreAllKnown &= word.Value is { } argument && !Placeholders.IsPlaceholder(argument);
                continue;
            }

            if (word.Prefix.IndexOf('=') is > 0 and var equals)
            {
                flags.Add(word.Prefix.Substring(dashes, equals - dashes), ValueOf(word, equals + 1, source), source.At(word.Span));
            }
            else if (word.Value is not { } name || Placeholders.IsPlaceholder(name))
            {
                flags.AreAllKnown = false;
            }
            else if (i + 1 < words.Length && Dashes(words[i + 1].Prefix) == 0)
            {
                var value = words[++i];
                flags.Add(name.Substring(dashes), ValueOf(value, 0, source), source.At(TextSpan.FromBounds(word.Span.Start, Math.Max(word.Span.End, value.Span.End))));
            }
            else
            {
                flags.Add(name.Substring(dashes), Setting<string>.Of("true", source.At(word.Span)), source.At(word.Span));
            }
        }
    }

    // Go's own flag package, which etcd uses, is content with one dash; a negative number is a value.
    private static int Dashes(string text) => text switch
    {
        ['-', '-', not '-', ..] => 2,
        ['-', not ('-' or (>= '0' and <= '9')), ..] => 1,
        _ => 0,
    };

    private static Setting<string> ValueOf(CommandWord word, int start, SourceText source) =>
        word.Value is not { } text || Placeholders.IsPlaceholder(text)
            ? Setting<string>.Unknown
            : Setting<string>.Of(text.Substring(start), source.At(word.SpanOf(start, text.Length - start)));
}
