using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes;

/// <summary>The kind of a volume.</summary>
/// <param name="Type">The field that is set, <c>hostPath</c>.</param>
/// <param name="Location">The field's name.</param>
internal sealed record VolumeSource(string Type, SourceLocation Location)
{
    /// <summary>The Pod Security Standard 'restricted' allows it.</summary>
    /// <remarks>Kubernetes documentation, Pod Security Standards, restricted, Volume Types.</remarks>
    public bool IsInRestricted => Type is "configMap" or "csi" or "downwardAPI" or "emptyDir" or "ephemeral" or "persistentVolumeClaim" or "projected" or "secret";
}
