using System.Collections.Immutable;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>EXPOSE</c>: ports the container listens on.</summary>
internal sealed class ExposeInstruction(InstructionHead head, ImmutableArray<DockerfileWord> ports) : DockerfileInstruction(head)
{
    /// <summary><c>port[-port][/protocol]</c> each, before variables are resolved.</summary>
    public ImmutableArray<DockerfileWord> Ports => ports;
}
