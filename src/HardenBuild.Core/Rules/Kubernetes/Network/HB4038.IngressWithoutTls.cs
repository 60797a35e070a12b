using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A host without TLS.</summary>
internal sealed class IngressWithoutTls() : ManifestSetRule("HB4038", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var ingress in set.Network.Ingresses)
        {
            if (ingress.Spec.IsUnknown || EndsTlsElsewhere(ingress) || ingress.Spec.Mapping?["tls"] is { } node && node.AsSequence is null && node.AsScalar is not { IsNull: true })
                continue;
            var hosts = ingress.Spec.Objects("tls").Select(static item => new ManifestFields(item).Texts("hosts")).ToList();
            if (ingress.Spec.Mapping?["tls"]?.AsSequence is { } written && (written.Items.Length != hosts.Count || hosts.Exists(static list => list.IsUnknown || list.Items.IsEmpty)))
                continue;
            if (ingress.Rules.IsEmpty && hosts.Count == 0)
                yield return Report(ingress.Object.NameLocation, ingress.Object.LogicalPath, "every host") with { LogicalPath = ingress.Object.LogicalPath };
            foreach (var rule in ingress.Rules)
            {
                var host = new ManifestFields(rule).Text("host");
                if (host.IsUnknown || (host.IsAbsent && hosts.Count > 0) || (host.Known is { } name && (IsLoopback(name.Value) || hosts.Exists(list => Covers(list, name.Value)))))
                    continue;
                yield return Report(host.Known?.Location ?? ingress.Object.NameLocation, ingress.Object.LogicalPath, host.Known is { } text ? $"'{text.Value}'" : "every host") with { LogicalPath = ingress.Object.LogicalPath };
                break;
            }
        }
    }

    private static bool Covers(TextList hosts, string host)
    {
        foreach (var item in hosts.Items)
        {
            if (string.Equals(item.Value, host, StringComparison.OrdinalIgnoreCase))
                return true;
            if (item.Value.StartsWith("*.", StringComparison.Ordinal) && host.IndexOf('.') is > 0 and var dot && string.Equals(item.Value.Substring(1), host.Substring(dot), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // RFC 6761, section 6.3: the name never leaves the machine.
    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    // Load balancers of the clouds take their certificate from an annotation.
    private static bool EndsTlsElsewhere(Ingress ingress)
    {
        if (ingress.Object.Annotations.IsUnknown)
            return true;
        foreach (var member in ingress.Object.Annotations.Mapping?.Members ?? [])
        {
            if (member.Key is { } key
                && (key.Value is "alb.ingress.kubernetes.io/certificate-arn" or "networking.gke.io/managed-certificates" or "ingress.gcp.kubernetes.io/pre-shared-cert" or "appgw.ingress.kubernetes.io/appgw-ssl-certificate"
                    || (key.Value == "alb.ingress.kubernetes.io/listen-ports" && member.Value.AsScalar?.Value.Contains("HTTPS", StringComparison.Ordinal) == true)))
                return true;
        }

        return false;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(IngressWithoutTls),
        Title = "Ingress serves without TLS",
        MessageFormat = "'{0}' serves {1} without TLS; add it to 'spec.tls' with a certificate",
        Rationale =
            "Between the user and the cluster lie networks of others. What crosses them in clear text, passwords and session "
            + "cookies included, can be read and changed on the way.",
        WhenToIgnore = "When TLS ends before the Ingress, at a load balancer or a content delivery network.",
        CatalogueSlugs = ["ingress-without-tls"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(319), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["polaris:tlsSettingsMissing", "kubescape:C-0263", "kubescape:ingress-no-tls"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: api
                  namespace: shop
                spec:
                  ingressClassName: nginx
                  rules:
                    - host: [|shop.example.com|]
                      http:
                        paths:
                          - path: /
                            pathType: Prefix
                            backend:
                              service:
                                name: api
                                port:
                                  number: 80

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: api
                  namespace: shop
                spec:
                  ingressClassName: nginx
                  tls:
                    - hosts: [shop.example.com]
                      secretName: shop-tls
                  rules:
                    - host: shop.example.com
                      http:
                        paths:
                          - path: /
                            pathType: Prefix
                            backend:
                              service:
                                name: api
                                port:
                                  number: 80

                """),
        ],
    };
}
