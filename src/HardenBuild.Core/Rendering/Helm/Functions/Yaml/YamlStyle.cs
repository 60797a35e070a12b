namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>Which of Go's YAML writers is followed.</summary>
/// <param name="IndentsLists">Dashes stand two blanks to the right of the key above them.</param>
/// <param name="Width">The column after which blanks become line breaks.</param>
/// <param name="IsThroughJson">Values become JSON first: large floats without a fraction are written as integers.</param>
internal sealed record YamlStyle(bool IndentsLists, int Width, bool IsThroughJson)
{
    /// <summary><c>toYaml</c>: <c>sigs.k8s.io/yaml</c> over go-yaml 2.</summary>
    public static YamlStyle Standard { get; } = new(IndentsLists: false, Width: 80, IsThroughJson: true);

    /// <summary><c>toYamlPretty</c>: go-yaml 3.</summary>
    public static YamlStyle Pretty { get; } = new(IndentsLists: true, Width: int.MaxValue, IsThroughJson: false);
}
