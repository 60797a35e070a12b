namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>HEALTHCHECK NONE</c> or <c>HEALTHCHECK [flags] CMD command</c>.</summary>
internal sealed class HealthcheckInstruction(InstructionHead head, DockerfileCommand? command) : DockerfileInstruction(head)
{
    /// <summary>Null for <c>NONE</c>.</summary>
    public DockerfileCommand? Command => command;

    public bool IsNone => command is null;
}
