namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>CMD</c>: the default command or its arguments.</summary>
internal sealed class CmdInstruction(InstructionHead head, DockerfileCommand command) : CommandInstruction(head, command);
