namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>MAINTAINER</c>: deprecated author field.</summary>
internal sealed class MaintainerInstruction(InstructionHead head, DockerfileWord author) : DockerfileInstruction(head)
{
    public DockerfileWord Author => author;
}
