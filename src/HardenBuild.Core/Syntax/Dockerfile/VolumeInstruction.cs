using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>VOLUME</c>: mount points.</summary>
internal sealed class VolumeInstruction(InstructionHead head, ImmutableArray<DockerfileWord> paths, SyntaxError? malformedJson) : DockerfileInstruction(head)
{
    public ImmutableArray<DockerfileWord> Paths => paths;

    /// <inheritdoc cref="DockerfileCommand.MalformedJson"/>
    public SyntaxError? MalformedJson => malformedJson;
}
