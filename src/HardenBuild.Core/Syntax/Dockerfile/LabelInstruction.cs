using System.Collections.Immutable;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>LABEL</c>: sets labels of the image.</summary>
internal sealed class LabelInstruction(InstructionHead head, ImmutableArray<Assignment> assignments) : AssignmentInstruction(head, assignments);
