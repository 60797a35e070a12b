using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Model.Kubernetes;

/// <summary>What the caller of a scan says about the clusters that the manifests are for; it wins over <c>.editorconfig</c>.</summary>
public sealed record ClusterTarget
{
    /// <summary>The caller says nothing.</summary>
    public static ClusterTarget Unspecified { get; } = new();

    /// <summary>The level of the Pod Security Standards that every pod must meet; null leaves it to <c>.editorconfig</c>.</summary>
    public PodSecurityLevel? Level { get; init; }

    /// <summary>The oldest Kubernetes in use; null leaves it to <c>.editorconfig</c>.</summary>
    public KubernetesVersion? Version { get; init; }
}
