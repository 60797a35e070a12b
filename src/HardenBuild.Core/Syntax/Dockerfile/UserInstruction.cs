namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>USER</c>: user, optionally with group, of the instructions that follow and of the container.</summary>
internal sealed class UserInstruction(InstructionHead head, DockerfileWord user) : DockerfileInstruction(head)
{
    public DockerfileWord User => user;
}
