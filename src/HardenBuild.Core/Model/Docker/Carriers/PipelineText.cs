using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>Reads texts of a pipeline in which the build service fills in expressions.</summary>
internal static class PipelineText
{
    /// <summary>A text without expressions and variables; null for others.</summary>
    public static Located<string>? Known(YamlScalar? scalar) =>
        scalar is { IsNull: false, Value.Length: > 0 } && !scalar.Value.Contains('$') && !scalar.Value.Contains("{{", StringComparison.Ordinal)
            ? new Located<string>(scalar.Value, scalar.LocationOf(0, scalar.Value.Length))
            : null;

    /// <summary>Whether a text is known to hold no expression.</summary>
    public static bool IsLiteral(string text) => !text.Contains('$');
}
