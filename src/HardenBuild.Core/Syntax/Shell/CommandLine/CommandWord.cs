using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>A word of a command, from a shell script or from an exec-form array.</summary>
/// <param name="Value">The text after quote removal; null when the word has an expansion.</param>
/// <param name="Prefix">The text up to the first expansion; the whole value when there is none.</param>
/// <param name="Syntax">The word in the script; null in exec form.</param>
internal sealed record CommandWord(string? Value, string Prefix, TextSpan Span, ShellWord? Syntax)
{
    /// <summary>Stands in a script for what a build system or a unit file fills in before the shell reads it.</summary>
    public const char FilledIn = '\uFFFC';

    public static CommandWord From(ShellWord word) => Until(word.LiteralPrefix.IndexOf(FilledIn), new(word.LiteralValue, word.LiteralPrefix, word.Span, word));

    /// <summary>A word outside of scripts in which something may be filled in.</summary>
    public static CommandWord FromPartlyKnown(string text, TextSpan span) => Until(text.IndexOf(FilledIn), From(text, span));

    public static CommandWord From(string value, TextSpan span) => new(value, value, span, Syntax: null);

    private static CommandWord Until(int end, CommandWord word) => end < 0 ? word : word with { Value = null, Prefix = word.Prefix.Substring(0, end) };

    /// <summary>The span of a part of <see cref="Prefix"/>; the whole word when quotes or escapes before its end shift the characters.</summary>
    public TextSpan SpanOf(int start, int length) => ShiftUpTo(start + length) is { } shift ? new TextSpan(Span.Start + shift + start, length) : Span;

    /// <summary>The span from a character of <see cref="Prefix"/> to the end of the word, with the quotes of that part.</summary>
    public TextSpan SpanFrom(int start) => ShiftUpTo(start) is { } shift ? TextSpan.FromBounds(Span.Start + shift + start, Span.End - shift) : Span;

    // A script's word is compared with its source; an exec-form element can only be as long as its value, or two quotes longer.
    private int? ShiftUpTo(int end)
    {
        if (Syntax is null)
            return (Span.Length - Prefix.Length) switch { 0 => 0, 2 => 1, _ => null };
        var raw = Syntax.Raw;
        if (Span.Length != raw.Length || end > raw.Length)
            return null;
        if (string.CompareOrdinal(raw.Source, raw.Start, Prefix, 0, end) == 0)
            return 0;

        // One pair of quotes around the whole word shifts its characters by one.
        return Syntax.Parts.Length == 1 && raw.Source[raw.Start] is '"' or '\'' && end <= raw.Length - 2
            && string.CompareOrdinal(raw.Source, raw.Start + 1, Prefix, 0, end) == 0 ? 1 : null;
    }

    public override string ToString() => Value ?? Syntax?.Text ?? Prefix;
}
