using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Health;

/// <summary>Finds the health check of an image.</summary>
internal static class Healthchecks
{
    /// <summary>The HEALTHCHECK in force at the end of a stage, also when it is malformed; null when none stands in the chain.</summary>
    public static StageInstruction? Effective(DockerfileStage stage)
    {
        foreach (var ancestor in DockerfileModel.Chain(stage))
        {
            for (var i = ancestor.Instructions.Length - 1; i >= 0; i--)
            {
                if (ancestor.Instructions[i] is { IsTrigger: false, Syntax.Kind: InstructionKind.Healthcheck } healthcheck)
                    return healthcheck;
            }
        }

        return null;
    }
}
