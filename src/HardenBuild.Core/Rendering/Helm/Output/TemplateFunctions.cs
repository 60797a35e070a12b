using HardenBuild.Rendering.Helm.Evaluation;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>The functions that a release of Helm knows.</summary>
internal static class TemplateFunctions
{
    private static readonly FunctionTable All = new(Functions.FunctionTable.All.Values);

    /// <summary>The functions of a release.</summary>
    public static FunctionTable Of(HelmVersion version)
    {
        _ = version;
        return All;
    }
}
