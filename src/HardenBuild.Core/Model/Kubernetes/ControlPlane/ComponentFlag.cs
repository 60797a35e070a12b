using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>A flag as it is written.</summary>
/// <param name="Name">Without dashes in front, words separated by dashes.</param>
/// <param name="Value">The text after <c>=</c> or the next word, <c>true</c> for a flag alone; unknown for a variable or a placeholder.</param>
/// <param name="Location">The whole flag.</param>
internal sealed record ComponentFlag(string Name, Setting<string> Value, SourceLocation Location);
