using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>What every instruction has: the parts before its arguments.</summary>
internal sealed record InstructionHead
{
    /// <summary>From the keyword to the last character of the last line, heredocs and their terminators included.</summary>
    public required TextSpan Span { get; init; }

    public required InstructionKind Kind { get; init; }

    /// <summary>As written; a continuation may run through it.</summary>
    public required LogicalText Keyword { get; init; }

    public TextSpan KeywordSpan => Keyword.Span;

    public required ImmutableArray<DockerfileFlag> Flags { get; init; }

    /// <summary>What follows keyword and flags, without blanks around it and without heredoc bodies.</summary>
    public required LogicalText Arguments { get; init; }

    public required ImmutableArray<Heredoc> Heredocs { get; init; }

    /// <summary>Blank lines between the lines of a continued instruction; the builder warns of them.</summary>
    public required ImmutableArray<TextSpan> EmptyContinuationLines { get; init; }
}
