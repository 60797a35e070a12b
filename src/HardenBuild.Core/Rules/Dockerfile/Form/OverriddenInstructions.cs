using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>Finds instructions that a later one of the same kind in the same stage replaces.</summary>
internal static class OverriddenInstructions
{
    /// <summary>Every instruction of a kind but the last of its stage, and that last one.</summary>
    public static IEnumerable<(DockerfileStage Stage, DockerfileInstruction Overridden, DockerfileInstruction Last)> Of(DockerfileModel model, InstructionKind kind)
    {
        foreach (var stage in model.Stages)
        {
            // What stands below ONBUILD belongs to another image.
            var same = stage.Instructions.Where(instruction => !instruction.IsTrigger && instruction.Syntax.Kind == kind).Select(instruction => instruction.Syntax).ToList();
            for (var i = 0; i < same.Count - 1; i++)
                yield return (stage, same[i], same[same.Count - 1]);
        }
    }
}
