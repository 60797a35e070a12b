using HardenBuild.Text;

namespace HardenBuild.Model.DotNet;

/// <summary>A property of a project file: <c>&lt;TargetFramework&gt;net10.0&lt;/TargetFramework&gt;</c>.</summary>
/// <param name="Value">The text between the tags without blanks around it.</param>
/// <param name="IsConditional">Whether it holds under a condition only, its own or that of its group.</param>
internal sealed record ProjectProperty(string Name, Located<string> Value, bool IsConditional)
{
    /// <summary>Whether the value holds as written: without a condition and without references to other properties.</summary>
    public bool IsKnown => !IsConditional && !IsComputed;

    /// <summary>Whether the value refers to properties, items or metadata.</summary>
    public bool IsComputed => Value.Value.Contains("$(", StringComparison.Ordinal) || Value.Value.Contains("@(", StringComparison.Ordinal) || Value.Value.Contains("%(", StringComparison.Ordinal);
}
