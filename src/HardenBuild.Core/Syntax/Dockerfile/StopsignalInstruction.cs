namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>STOPSIGNAL</c>: the signal that stops the container.</summary>
internal sealed class StopsignalInstruction(InstructionHead head, DockerfileWord signal) : DockerfileInstruction(head)
{
    public DockerfileWord Signal => signal;
}
