namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>A part of a regular expression.</summary>
internal abstract record RegexNode
{
    /// <summary>Matches the empty text.</summary>
    public sealed record Empty : RegexNode;

    /// <summary>One character of a set.</summary>
    public sealed record Characters(CharacterSet Set) : RegexNode;

    /// <summary>A place between characters.</summary>
    public sealed record Assertion(RegexOperation Operation) : RegexNode;

    /// <summary>A group whose text is remembered.</summary>
    public sealed record Capture(RegexNode Body, int Index) : RegexNode;

    /// <param name="Maximum">-1 for any number.</param>
    public sealed record Repeat(RegexNode Body, int Minimum, int Maximum, bool IsGreedy) : RegexNode;

    public sealed record Sequence(List<RegexNode> Parts) : RegexNode;

    public sealed record Alternatives(List<RegexNode> Choices) : RegexNode;
}
