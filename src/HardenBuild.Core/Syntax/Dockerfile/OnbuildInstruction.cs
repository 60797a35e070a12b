namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>ONBUILD</c>: an instruction that runs when the image is used as a base.</summary>
internal sealed class OnbuildInstruction(InstructionHead head, DockerfileInstruction trigger) : DockerfileInstruction(head)
{
    public DockerfileInstruction Trigger => trigger;
}
