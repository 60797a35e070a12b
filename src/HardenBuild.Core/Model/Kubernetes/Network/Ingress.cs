using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>An Ingress, of the present group or of the groups before it.</summary>
internal sealed class Ingress
{
    /// <summary>The annotation that chose the controller before <c>spec.ingressClassName</c>.</summary>
    public const string ClassAnnotation = "kubernetes.io/ingress.class";

    private Ingress(KubernetesObject manifest)
    {
        Object = manifest;
        Spec = new ManifestFields(manifest.Root["spec"]);
        Rules = Spec.Objects("rules");
        var backends = ImmutableArray.CreateBuilder<IngressBackend>();
        Add(Spec.Mapping?["defaultBackend"] ?? Spec.Mapping?["backend"]);
        foreach (var rule in Rules)
        {
            foreach (var path in new ManifestFields(rule).Object("http").Objects("paths"))
                Add(path["backend"]);
        }

        Backends = backends.ToImmutable();

        void Add(YamlNode? node)
        {
            if (IngressBackend.From(node) is { } backend)
                backends.Add(backend);
        }
    }

    public KubernetesObject Object { get; }

    public ManifestFields Spec { get; }

    public ImmutableArray<YamlMapping> Rules { get; }

    /// <summary>The default backend first, then those of the rules, in the order of the text.</summary>
    public ImmutableArray<IngressBackend> Backends { get; }

    /// <summary>The class by field, else by annotation.</summary>
    public Setting<string> Class => Spec.Text("ingressClassName").Or(Object.Annotations.Text(ClassAnnotation));

    public static Ingress? From(KubernetesObject manifest) =>
        manifest.Kind.Value == "Ingress" && (manifest.ApiGroup is "networking.k8s.io" || manifest.ApiGroup.IndexOf('.') < 0) ? new Ingress(manifest) : null;

    public override string ToString() => Object.LogicalPath;
}
