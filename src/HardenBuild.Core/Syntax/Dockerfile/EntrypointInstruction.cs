namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>ENTRYPOINT</c>: what the container executes.</summary>
internal sealed class EntrypointInstruction(InstructionHead head, DockerfileCommand command) : CommandInstruction(head, command);
