using System.Collections.Immutable;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>ENV</c>: sets environment variables.</summary>
internal sealed class EnvInstruction(InstructionHead head, ImmutableArray<Assignment> assignments) : AssignmentInstruction(head, assignments);
