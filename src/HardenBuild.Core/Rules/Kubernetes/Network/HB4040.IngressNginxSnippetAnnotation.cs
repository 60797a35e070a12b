using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>Configuration of nginx in an annotation.</summary>
internal sealed class IngressNginxSnippetAnnotation() : ManifestSetRule("HB4040", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var ingress in set.Network.Ingresses)
        {
            foreach (var (key, value) in NginxAnnotations.Snippets(ingress))
            {
                if (value is not null)
                    yield return Report(key.Location, ingress.Object.LogicalPath, key.Value) with { LogicalPath = ingress.Object.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(IngressNginxSnippetAnnotation),
        Title = "Ingress carries configuration of nginx",
        MessageFormat =
            "'{1}' of '{0}' puts text into the controller's configuration, which sees the traffic and secrets of all; use the "
            + "controller's own annotations",
        Rationale =
            "Whoever may write an Ingress writes into the configuration of a program that holds the certificates of the whole "
            + "cluster. The controller switches such annotations off by default for that reason.",
        WhenToIgnore = "When the controller is the team's own and nobody else writes Ingresses.",
        CatalogueSlugs = ["ingress-nginx-snippet-annotation"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(94), RuleReference.OwaspKubernetes("K09:2022"), RuleReference.OwaspKubernetes("K06:2025")],
        Aliases = ["checkov:CKV_K8S_153"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: api
                  namespace: shop
                  annotations:
                    [|nginx.ingress.kubernetes.io/configuration-snippet|]: proxy_buffering off;
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
