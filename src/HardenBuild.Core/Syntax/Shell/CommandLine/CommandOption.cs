using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>One option given to a command.</summary>
/// <param name="Name">With its dashes and without its value: <c>-k</c>, <c>--insecure</c>. A long name is as the user wrote it.</param>
/// <param name="Word">The word that holds the option; for a cluster such as <c>-fsSLk</c> the whole cluster.</param>
/// <param name="Offset">Where the letter stands in the word's value; 0 for a long option.</param>
internal sealed record CommandOption(string Name, CommandWord Word, int Offset)
{
    /// <summary>True when the option was given a value, literal or not.</summary>
    public bool HasValue { get; init; }

    /// <summary>The value; null when there is none or it has an expansion.</summary>
    public string? Value { get; init; }

    /// <summary>The literal start of the value; empty when there is none.</summary>
    public string ValuePrefix { get; init; } = "";

    /// <summary>The value's own text; the option's word when there is none.</summary>
    public TextSpan ValueSpan { get; init; } = Word.Span;

    /// <summary>The word after the option that holds its value; null when it is attached or absent.</summary>
    public CommandWord? ValueWord { get; init; }

    /// <summary>The span of a part of <see cref="ValuePrefix"/>; the whole word where quotes or escapes shift the characters.</summary>
    public TextSpan SpanInValue(int start, int length) =>
        ValueWord is { } word ? word.SpanOf(start, length) : Word.SpanOf(Word.Prefix.Length - ValuePrefix.Length + start, length);

    /// <summary>The option's whole word.</summary>
    public TextSpan Span => Word.Span;

    /// <summary>The smallest text that takes the option away: its word when it stands there alone, else the name.</summary>
    public TextSpan TokenSpan => Word.Value == Name ? Word.Span : NameSpan;

    /// <summary>The name alone: within a cluster the letter.</summary>
    public TextSpan NameSpan => Offset == 0 ? Word.SpanOf(0, Name.Length) : Word.SpanOf(Offset, 1);
}
