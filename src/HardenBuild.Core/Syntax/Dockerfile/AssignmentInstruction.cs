using System.Collections.Immutable;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>An instruction that is a list of assignments.</summary>
internal abstract class AssignmentInstruction(InstructionHead head, ImmutableArray<Assignment> assignments) : DockerfileInstruction(head)
{
    /// <summary>In the order written, never empty.</summary>
    public ImmutableArray<Assignment> Assignments => assignments;
}
