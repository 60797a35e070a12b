using System.Collections.Immutable;

namespace HardenBuild.Rendering.Helm;

/// <summary>What a chart is rendered for.</summary>
internal sealed record RenderOptions
{
    /// <summary>What <c>helm template</c> calls a release that nobody names.</summary>
    public const string DefaultReleaseName = "release-name";

    public string ReleaseName { get; init; } = DefaultReleaseName;

    public string Namespace { get; init; } = "default";

    public HelmVersion Helm { get; init; } = HelmVersion.Default;

    /// <summary>Null means the version that <see cref="Helm"/> assumes.</summary>
    public KubernetesRelease? KubernetesVersion { get; init; }

    /// <summary>What the cluster is said to know beside Kubernetes' own: <c>monitoring.coreos.com/v1</c>, <c>apps/v1/Deployment</c>.</summary>
    public ImmutableArray<string> ApiVersions { get; init; } = [];

    /// <summary>Whether the text knows where each character came from. Without it, it is the same text made faster.</summary>
    public bool IsTracing { get; init; } = true;

    /// <summary>Helm gives up at the first error; a scan wants what can be rendered all the same.</summary>
    public bool StopsAtFirstError { get; init; }

    public RenderLimits Limits { get; init; } = RenderLimits.Default;

    public KubernetesRelease Kubernetes => KubernetesVersion ?? KubernetesRelease.Of(Helm.KubernetesMinor);
}
