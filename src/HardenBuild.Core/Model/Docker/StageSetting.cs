using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>A value in force in a stage, and where it comes from.</summary>
/// <param name="Value">Null when it is set to something that the file does not tell.</param>
/// <param name="Location">The word that set it, or the base image's reference.</param>
/// <param name="Instruction">Null when the base image set it.</param>
internal sealed record StageSetting(string? Value, SourceLocation Location, DockerfileInstruction? Instruction)
{
    public bool IsKnown => Value is not null;

    public bool IsInherited => Instruction is null;
}
