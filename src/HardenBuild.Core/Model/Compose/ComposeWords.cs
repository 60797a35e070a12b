using System.Collections.Immutable;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads the words of a command, a list or a string that Compose splits like a shell.</summary>
internal static class ComposeWords
{
    /// <summary>What the file itself says: variables stay as they are written, but defaults are taken.</summary>
    public static ImmutableArray<Located<string>> Read(YamlNode? node)
    {
        var words = ImmutableArray.CreateBuilder<Located<string>>();
        if (node?.AsScalar is { IsNull: false } scalar)
        {
            foreach (var (value, span) in Split(scalar, Literal(scalar.Value)))
                words.Add(new Located<string>(value, scalar.Source.At(span)));
        }

        foreach (var item in node?.AsSequence?.Items ?? [])
        {
            if (item.AsScalar is { } word)
                words.Add(new Located<string>(Literal(word.Value), word.Location));
        }

        return words.ToImmutable();
    }

    /// <summary>The words of a string and where they are written.</summary>
    /// <param name="text">The string's value, variables resolved.</param>
    public static IEnumerable<(string Value, TextSpan Span)> Split(YamlScalar scalar, string text)
    {
        var map = text == scalar.Value && scalar.SpanOf(0, text.Length) is { } span ? SpanMap.FromStart(span.Start, text.Length) : SpanMap.ToWhole(scalar.ContentSpan);
        foreach (var command in ShellScript.Parse(text, map).EnumerateCommands())
        {
            foreach (var word in command.Words)
                yield return (word.LiteralValue ?? word.Text, word.Span);
        }
    }

    private static string Literal(string text) => ComposeValues.ExpandDefaults(text) ?? text;
}
