using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>A here-document of RUN, COPY or ADD.</summary>
internal sealed class Heredoc
{
    /// <summary>The word that opens it, on the instruction's line: <c>&lt;&lt;-"EOF"</c>.</summary>
    public required TextSpan MarkerSpan { get; init; }

    /// <summary>The delimiter after quote removal.</summary>
    public required string Name { get; init; }

    /// <summary>File descriptor before <c>&lt;&lt;</c>, zero when none is written.</summary>
    public required int FileDescriptor { get; init; }

    /// <summary>Whether variables in the body are expanded: no part of the delimiter is quoted.</summary>
    public required bool IsExpanded { get; init; }

    /// <summary>Whether leading tabs are removed: <c>&lt;&lt;-</c>.</summary>
    public required bool StripsTabs { get; init; }

    /// <summary>The lines between the instruction's line and the terminator, line breaks included.</summary>
    public required TextSpan BodySpan { get; init; }

    /// <summary>The delimiter on its own line; empty, at the end of the body, when it is missing.</summary>
    public required TextSpan TerminatorSpan { get; init; }

    public required bool IsTerminated { get; init; }

    /// <summary>What the builder hands on: the body, without leading tabs when <see cref="StripsTabs"/>.</summary>
    public required LogicalText Body { get; init; }
}
