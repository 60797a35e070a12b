using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Evaluation.Builtins;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>The functions that templates of charts can call: Go's own, Sprig's and Helm's.</summary>
internal static class TemplateFunctions
{
    public static FunctionSet All { get; } = new([.. GoFunctions.All, .. RunFunctions.All, .. Functions.HelmFunctions.All]);
}
