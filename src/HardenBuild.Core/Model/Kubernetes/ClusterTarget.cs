using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Model.Kubernetes;

/// <summary>What the caller of a scan says about the clusters that the manifests are for; it wins over <c>.editorconfig</c>.</summary>
/// <param name="Level">The level of the Pod Security Standards that every pod must meet; null leaves it to <c>.editorconfig</c>.</param>
/// <param name="Version">The oldest Kubernetes in use; null leaves it to <c>.editorconfig</c>.</param>
public sealed record ClusterTarget(PodSecurityLevel? Level, KubernetesVersion? Version)
{
    /// <summary>The caller says nothing.</summary>
    public static ClusterTarget Unspecified { get; } = new(null, null);
}
