using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Evaluation.Builtins;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>The functions that templates of charts can call: Go's own, Sprig's and Helm's.</summary>
internal static class TemplateFunctions
{
    public static FunctionTable All { get; } = new([.. GoFunctions.All, .. Functions.HelmFunctions.All]);
}
