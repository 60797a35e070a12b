using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Model.Docker;

/// <summary>An instruction in its stage.</summary>
/// <param name="State">In force before the instruction.</param>
/// <param name="IsTrigger">Stands below ONBUILD: it runs in another build, and the state here is only what this file knows.</param>
internal sealed record StageInstruction(DockerfileStage Stage, DockerfileInstruction Syntax, StageState State, bool IsTrigger);
