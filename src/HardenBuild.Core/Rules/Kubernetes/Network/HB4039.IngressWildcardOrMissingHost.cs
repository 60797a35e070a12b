using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A rule for every host.</summary>
internal sealed class IngressWildcardOrMissingHost() : ManifestSetRule("HB4039", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var ingress in set.Network.Ingresses)
        {
            foreach (var rule in ingress.Rules)
            {
                var host = new ManifestFields(rule).Text("host");
                if (host.Known is { } name && name.Value.Length > 0 && name.Value[0] == '*')
                    yield return Report(name.Location, ingress.Object.LogicalPath, $"all names under '{name.Value}'") with { LogicalPath = ingress.Object.LogicalPath };
                else if (host.IsAbsentOr(""))
                    yield return Report(host.Known?.Location ?? (rule.Members.IsEmpty ? rule.Location : rule.Members[0].KeyLocation), ingress.Object.LogicalPath, "every host") with { LogicalPath = ingress.Object.LogicalPath };
            }

            if (ingress.Rules.IsEmpty && !ingress.Backends.IsEmpty)
                yield return Report(ingress.Object.NameLocation, ingress.Object.LogicalPath, "every host") with { LogicalPath = ingress.Object.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(IngressWildcardOrMissingHost),
        Title = "Ingress answers for every host",
        MessageFormat = "'{0}' answers for {1}, so it may catch requests that are meant for others; name the host",
        Rationale =
            "In a shared cluster the controller sends requests for any name to such a rule, those of other teams included when "
            + "theirs is missing for a moment.",
        WhenToIgnore = "When the Ingress is the catch-all of the cluster.",
        CatalogueSlugs = ["ingress-wildcard-or-missing-host"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(923), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
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
                  tls:
                    - hosts: [shop.example.com]
                      secretName: shop-tls
                  rules:
                    - host: [|"*.example.com"|]
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
