namespace HardenBuild.Syntax.Dockerfile;

/// <summary>An instruction whose arguments are a command.</summary>
internal abstract class CommandInstruction(InstructionHead head, DockerfileCommand command) : DockerfileInstruction(head)
{
    public DockerfileCommand Command => command;
}
