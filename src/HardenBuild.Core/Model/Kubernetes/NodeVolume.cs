using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes;

/// <summary>A volume that is a path of the node.</summary>
/// <param name="Name">The volume's name, as <c>volumeMounts</c> call it.</param>
/// <param name="Path">The path on the node.</param>
/// <param name="Type">What the path is said to be: <c>Directory</c>, <c>Socket</c>.</param>
/// <param name="Location">The path, or the key <c>hostPath</c> where the path is absent.</param>
internal sealed record NodeVolume(Setting<string> Name, Setting<string> Path, Setting<string> Type, SourceLocation Location);
