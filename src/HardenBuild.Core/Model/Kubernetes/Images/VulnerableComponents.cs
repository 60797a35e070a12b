using System.Collections.Immutable;

namespace HardenBuild.Model.Kubernetes.Images;

/// <summary>The few vulnerabilities of components that run with rights over a whole cluster.</summary>
/// <remarks>The projects' advisories: kubernetes/ingress-nginx, argoproj/argo-cd, grafana/grafana, kyverno/kyverno.</remarks>
internal static class VulnerableComponents
{
    private const string IngressNginx = "ingress-nginx";
    private const string ArgoCd = "Argo CD";
    private const string Grafana = "Grafana";
    private const string Kyverno = "Kyverno";

    // The worst comes first: of several only one is reported, and all are closed by the newest version.
    private static readonly ImmutableArray<VulnerableComponent> Known =
    [
        new(IngressNginx, new(1, 12, 0), new(1, 12, 1), "CVE-2025-1974"),
        new(IngressNginx, new(0, 0, 0), new(1, 11, 5), "CVE-2025-1974"),
        new(ArgoCd, new(2, 2, 0), new(2, 2, 4), "CVE-2022-24348"),
        new(ArgoCd, new(0, 0, 0), new(2, 1, 9), "CVE-2022-24348"),
        new(Grafana, new(9, 0, 0), new(9, 2, 4), "CVE-2022-39328"),
        new(Grafana, new(0, 0, 0), new(8, 5, 15), "CVE-2022-39328"),
        new(Kyverno, new(1, 8, 3), new(1, 8, 5), "CVE-2022-47633"),
    ];

    /// <param name="repository">Registry and repository.</param>
    public static VulnerableComponent? Find(string repository, ImageVersion version)
    {
        if (ComponentOf(repository) is not { } name)
            return null;
        foreach (var component in Known)
        {
            if (component.Name == name && version >= component.First && version < component.Fixed)
                return component;
        }

        return null;
    }

    /// <summary>The controller of the Kubernetes project for nginx, in its present and former repositories and mirrors of them.</summary>
    public static bool IsIngressNginx(string repository)
    {
        var name = LastComponent(repository);
        return EndsWithPath(repository, "ingress-nginx/controller") || EndsWithPath(repository, "ingress-nginx/controller-chroot")
            || name is "nginx-ingress-controller" or "ingress-nginx-controller" or "nginx-controller";
    }

    private static string? ComponentOf(string repository) => LastComponent(repository) switch
    {
        _ when IsIngressNginx(repository) && !IsVendor(repository) => IngressNginx,
        "argocd" or "argo-cd" or "argocd-server" => ArgoCd,
        "grafana" or "grafana-oss" or "grafana-enterprise" => Grafana,
        "kyverno" => Kyverno,
        _ => null,
    };

    /// <summary>Vendors give their builds of the controller versions of their own, or mend it themselves.</summary>
    public static bool IsVendor(string repository) =>
        repository.Contains("nginxinc/", StringComparison.Ordinal) || repository.Contains("/nginx/", StringComparison.Ordinal)
        || repository.Contains("chainguard", StringComparison.Ordinal) || repository.Contains("cgr.dev/", StringComparison.Ordinal)
        || repository.Contains("bitnami", StringComparison.Ordinal) || repository.Contains("rancher/", StringComparison.Ordinal);

    private static bool EndsWithPath(string repository, string path) =>
        repository.EndsWith("/" + path, StringComparison.Ordinal) || repository == path;

    private static string LastComponent(string repository) => repository.Substring(repository.LastIndexOf('/') + 1);
}
