using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>Configuration of nginx in an annotation.</summary>
internal sealed class IngressNginxSnippetAlias() : ManifestSetRule("HB4042", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var ingress in set.Network.Ingresses)
        {
            foreach (var (key, value) in NginxAnnotations.Snippets(ingress))
            {
                if (value is not null && NginxSnippet.Parse(value).Has("alias"))
                    yield return Report(key.Location, ingress.Object.LogicalPath, key.Value) with { LogicalPath = ingress.Object.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(IngressNginxSnippetAlias),
        Title = "Ingress serves files of the controller",
        MessageFormat = "'{1}' of '{0}' maps a path to files of the controller with 'alias', its token among them; remove it",
        Rationale =
            "The controller's file system holds the token of a service account that reads all secrets. An alias gives it to "
            + "whoever asks for the right path (CVE-2021-25742).",
        WhenToIgnore = "When the controller is the team's own and the folder holds nothing else.",
        CatalogueSlugs = ["ingress-nginx-snippet-alias"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(22), RuleReference.OwaspKubernetes("K09:2022"), RuleReference.OwaspKubernetes("K06:2025")],
        Aliases = ["checkov:CKV_K8S_154"],
        RollsUp = ["HB4040"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: api
                  namespace: shop
                  annotations:
                    [|nginx.ingress.kubernetes.io/configuration-snippet|]: "location /files { alias /var/files; }"
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
                  annotations:
                    nginx.ingress.kubernetes.io/configuration-snippet: proxy_buffering off;
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
