using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>What a YAML text holds.</summary>
/// <param name="Documents">The values of the documents before the first error. An empty document is a null.</param>
/// <param name="Error">What Go's reader says about the first error, <c>yaml: line 3: did not find expected key</c>; null where there is none.</param>
/// <param name="ErrorAt">Offset of the error in the text.</param>
internal sealed record YamlReading(List<GoValue> Documents, string? Error, int ErrorAt)
{
    /// <summary>The first document.</summary>
    public GoValue Value => Documents.Count > 0 ? Documents[0] : GoNil.Null;
}
