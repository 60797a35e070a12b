namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>WORKDIR</c>: sets the working directory; a relative path is below the one before.</summary>
internal sealed class WorkdirInstruction(InstructionHead head, DockerfileWord path) : DockerfileInstruction(head)
{
    public DockerfileWord Path => path;
}
