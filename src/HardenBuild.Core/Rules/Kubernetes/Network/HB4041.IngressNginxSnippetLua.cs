using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>Configuration of nginx in an annotation.</summary>
internal sealed class IngressNginxSnippetLua() : ManifestSetRule("HB4041", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var ingress in set.Network.Ingresses)
        {
            foreach (var (key, value) in NginxAnnotations.Snippets(ingress))
            {
                if (value is not null && NginxSnippet.Parse(value).RunsCodeOrReadsToken)
                    yield return Report(key.Location, ingress.Object.LogicalPath, key.Value) with { LogicalPath = ingress.Object.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(IngressNginxSnippetLua),
        Title = "Ingress runs code in nginx",
        MessageFormat = "'{1}' of '{0}' runs Lua code in the controller or reads its token; remove it",
        Rationale =
            "Lua in the controller reads every request, every certificate and the service account's token, which reads all "
            + "secrets of the cluster (CVE-2021-25742).",
        WhenToIgnore = "When the controller is the team's own and the code is reviewed.",
        CatalogueSlugs = ["ingress-nginx-snippet-lua"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(94), RuleReference.OwaspKubernetes("K09:2022"), RuleReference.OwaspKubernetes("K06:2025")],
        Aliases = ["checkov:CKV_K8S_152"],
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
                    [|nginx.ingress.kubernetes.io/configuration-snippet|]: "content_by_lua_block { ngx.say('a') }"
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
