using HardenBuild.Model.Kubernetes;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Annotations;

/// <summary>An object with the annotations and labels by which tools are told what to leave out.</summary>
/// <param name="Workload">The pods that the object runs; null where it runs none.</param>
internal sealed record AnnotatedObject(KubernetesObject Object, Workload? Workload)
{
    /// <summary>The whole object.</summary>
    public TextSpan Span => Object.Root.Span;

    /// <summary>The annotations of the object itself.</summary>
    public IEnumerable<Annotation> Annotations => Read(Object.Annotations.Mapping);

    /// <summary>Those of the object, then those of the pods that it runs.</summary>
    public IEnumerable<Annotation> AllAnnotations => Workload?.Pod.Annotations.Mapping is { } ofPod && !ReferenceEquals(ofPod, Object.Annotations.Mapping)
        ? Annotations.Concat(Read(ofPod))
        : Annotations;

    /// <summary>The labels of the object, then those of the pods that it runs.</summary>
    public IEnumerable<Annotation> AllLabels => Workload?.Pod.Labels.Mapping is { } ofPod && !ReferenceEquals(ofPod, Object.Labels.Mapping)
        ? Read(Object.Labels.Mapping).Concat(Read(ofPod))
        : Read(Object.Labels.Mapping);

    private IEnumerable<Annotation> Read(YamlMapping? mapping)
    {
        foreach (var member in mapping?.Members ?? [])
        {
            // What comes from an anchor in another object is that object's to report, and a span elsewhere is no place in this file's order.
            if (member is { KeyNode: YamlScalar { Span.IsEmpty: false } key, Value: YamlScalar value } && Span.Contains(key.Span))
                yield return new Annotation(key, value);
        }
    }
}
