using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes;

/// <summary>An object that runs pods.</summary>
internal sealed class Workload
{
    private Workload(KubernetesObject manifest, PodTemplate pod)
    {
        Object = manifest;
        Pod = pod;
    }

    public KubernetesObject Object { get; }

    public PodTemplate Pod { get; }

    public ImmutableArray<Container> Containers => Pod.Containers;

    /// <summary><c>Deployment/api</c>.</summary>
    public string LogicalPath => Object.LogicalPath;

    /// <summary>The workload that an object is; null for objects without pods and for kinds that are not known.</summary>
    public static Workload? From(KubernetesObject manifest)
    {
        if (PodPaths.Find(manifest) is not { } path)
            return null;
        var owner = manifest.Root.At(path);
        return owner?.AsMapping is { } pod && pod["spec"]?.AsMapping is { } spec
            ? new Workload(manifest, new PodTemplate(pod["metadata"], spec, PodSecurityVersion.Of(ClusterOptions.Version(manifest.Options))))
            : null;
    }

    public override string ToString() => LogicalPath;
}
