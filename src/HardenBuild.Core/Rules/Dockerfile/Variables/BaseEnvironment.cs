using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Variables;

/// <summary>What the image below a stage may set without the file showing it.</summary>
internal static class BaseEnvironment
{
    /// <summary>Whether it is known that the base image does not set a variable of this name, which its listed environment lacks.</summary>
    public static bool LacksForSure(DockerfileStage stage, string name)
    {
        var root = DockerfileModel.RootBase(stage);
        return root.Kind == StageBaseKind.Scratch || (root is { Candidates.IsEmpty: true, Known: { IsEnvironmentComplete: true } known } && !known.PossibleVariables.Contains(name));
    }

    /// <summary>Whether the base image is likely to set a variable of this name: images of languages and servers hold their version so.</summary>
    public static bool MaySet(DockerfileStage stage, string name) =>
        !LacksForSure(stage, name)
        && (name.Contains("VERSION", StringComparison.Ordinal)
            || name.EndsWith("_HOME", StringComparison.Ordinal)
            || name is "HOME" or "LANG" or "LC_ALL" or "DEBIAN_FRONTEND"
            || DockerfileModel.RootBase(stage).Known?.PossibleVariables.Contains(name) == true);

    /// <summary>Whether a variable needs no declaration: the builder gives it a value, or every image has it.</summary>
    public static bool IsAlwaysSet(string name) => PredefinedArguments.IsBuiltIn(name) || name == "PATH";
}
