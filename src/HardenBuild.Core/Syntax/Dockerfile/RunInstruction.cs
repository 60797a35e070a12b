namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>RUN</c>: executes a command in the stage.</summary>
internal sealed class RunInstruction(InstructionHead head, DockerfileCommand command) : CommandInstruction(head, command);
