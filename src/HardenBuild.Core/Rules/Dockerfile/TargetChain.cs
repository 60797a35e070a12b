using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile;

/// <summary>Tells which instructions shape the image that the file is built for.</summary>
internal sealed class TargetChain(DockerfileModel model)
{
    private readonly HashSet<DockerfileStage> _stages = model.TargetStage is { } target ? [.. DockerfileModel.Chain(target)] : [];

    /// <summary>Whether the instruction stands in the target stage or one that it builds upon, or below ONBUILD, where it shapes an image elsewhere.</summary>
    public bool Holds(StageInstruction instruction) => instruction.IsTrigger || _stages.Contains(instruction.Stage);
}
