using System.Collections.Immutable;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>SHELL</c>: the words that shell-form commands are appended to.</summary>
internal sealed class ShellInstruction(InstructionHead head, ImmutableArray<DockerfileWord> words) : DockerfileInstruction(head)
{
    public ImmutableArray<DockerfileWord> Words => words;
}
