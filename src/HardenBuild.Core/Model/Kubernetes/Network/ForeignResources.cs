using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>Custom resources whose operators create pods and Services that no manifest shows.</summary>
internal sealed class ForeignResources
{
    // Groups whose objects configure and never run anything. What is not listed may run pods.
    private static readonly ImmutableHashSet<string> Podless =
    [
        "acme.cert-manager.io", "bitnami.com", "cert-manager.io", "cilium.io", "cloud.google.com", "config.openshift.io", "constraints.gatekeeper.sh", "crd.projectcalico.org",
        "elbv2.k8s.aws", "external-secrets.io", "getambassador.io", "image.openshift.io", "keda.sh", "kyverno.io", "linkerd.io", "networking.gke.io", "networking.istio.io",
        "oauth.openshift.io", "policy.linkerd.io", "project.openshift.io", "projectcalico.org", "route.openshift.io", "security.istio.io", "security.openshift.io",
        "telemetry.istio.io", "templates.gatekeeper.sh", "traefik.containo.us", "traefik.io", "user.openshift.io", "velero.io",
    ];

    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private bool _isOpen;
    private bool _isAny;

    public ForeignResources(ManifestSet set)
    {
        foreach (var manifest in set.Objects)
        {
            // A workload whose pod cannot be read is as foreign: its labels may be any.
            if (set.WorkloadOf(manifest) is not null || (PodPaths.Find(manifest) is null && !MayRunPods(manifest)))
                continue;
            _isAny = true;
            if (manifest.Namespace.Known is { } name)
                _namespaces.Add(name.Value);
            else
                _isOpen = true;
        }
    }

    /// <summary>Whether a namespace may hold objects out of sight.</summary>
    public bool MayBeIn(Setting<string> @namespace) => _isOpen || (@namespace.Known is { } name ? _namespaces.Contains(name.Value) : _isAny);

    private static bool MayRunPods(KubernetesObject manifest)
    {
        var group = manifest.ApiGroup;
        if (group.IndexOf('.') < 0 || group.EndsWith(".k8s.io", StringComparison.Ordinal) || Podless.Contains(group))
            return false;
        return group switch
        {
            "monitoring.coreos.com" => manifest.Kind.Value is "Prometheus" or "PrometheusAgent" or "Alertmanager" or "ThanosRuler",
            "argoproj.io" => manifest.Kind.Value is not ("AppProject" or "AnalysisTemplate" or "ClusterAnalysisTemplate"),
            _ => true,
        };
    }
}
