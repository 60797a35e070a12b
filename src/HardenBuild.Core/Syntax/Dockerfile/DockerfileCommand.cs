using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>What RUN, CMD, ENTRYPOINT or HEALTHCHECK CMD executes, in exec form or shell form.</summary>
internal sealed class DockerfileCommand
{
    /// <summary>The arguments as written, in either form.</summary>
    public required LogicalText Text { get; init; }

    /// <summary>Whether the arguments are a JSON array of strings.</summary>
    public required bool IsExecForm { get; init; }

    /// <summary>The elements in exec form; empty in shell form.</summary>
    public required ImmutableArray<DockerfileWord> Words { get; init; }

    /// <summary>Where an argument that starts with <c>[</c> stops being JSON; the builder silently takes it as shell text.</summary>
    public required SyntaxError? MalformedJson { get; init; }

    /// <summary>What the stage's shell is given, heredoc bodies in place; null in exec form.</summary>
    /// <remarks>A lone heredoc is its body; otherwise the body and terminator of each heredoc follow the command's line, as in a shell script.</remarks>
    public required LogicalText? Script { get; init; }
}
