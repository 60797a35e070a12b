using System.Collections.Immutable;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>ARG</c>: declares build arguments.</summary>
internal sealed class ArgInstruction(InstructionHead head, ImmutableArray<Assignment> assignments) : AssignmentInstruction(head, assignments);
