using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A value that breaks out of the configuration of nginx.</summary>
internal sealed class IngressNginxAnnotationInjection() : ManifestSetRule("HB4043", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var ingress in set.Network.Ingresses)
        {
            if (ingress.Class.Known is { } name && !name.Value.Contains("nginx", StringComparison.Ordinal))
                continue;
            foreach (var annotation in s_annotations)
            {
                if (ingress.Object.Annotations.Text(NginxAnnotations.Prefix + annotation).Known is { } value && Breaks(value.Value))
                    yield return Report(value.Location, ingress.Object.LogicalPath, NginxAnnotations.Prefix + annotation) with { LogicalPath = ingress.Object.LogicalPath };
            }
        }
    }

    private static readonly string[] s_annotations = ["auth-url", "auth-signin", "auth-tls-match-cn", "mirror-target", "mirror-host"];

    // '$' and '?' belong to addresses with variables of nginx.
    private static bool Breaks(string value)
    {
        foreach (var c in value.TrimEnd('\n'))
        {
            if (c is '\n' or '\r' or '{' or '}' or ';' or '<' or '>' or '|' or '^' or '`' or '\\' or '#')
                return true;
        }

        return false;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(IngressNginxAnnotationInjection),
        Title = "Annotation may inject configuration into nginx",
        MessageFormat =
            "'{1}' of '{0}' holds a character that ends the directive it is put into, which runs code in unpatched controllers; "
            + "remove it",
        Rationale =
            "Controllers before 1.11.5 and 1.12.1 put these values into nginx's configuration as they are. With a line break or "
            + "a semicolon they add directives of their own and take over the controller (CVE-2025-1974 and its companions).",
        WhenToIgnore = "When the controller is patched and the character belongs to the value.",
        CatalogueSlugs = ["ingress-nginx-annotation-injection"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(74), RuleReference.OwaspKubernetes("K09:2022"), RuleReference.OwaspKubernetes("K06:2025")],
        Aliases = ["trivy:KCV-0093"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: api
                  namespace: shop
                  annotations:
                    nginx.ingress.kubernetes.io/auth-url: [|"http://auth.example.com/#;load_module x;"|]
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
                    nginx.ingress.kubernetes.io/auth-url: http://auth.example.com/?u=$escaped_request_uri
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
