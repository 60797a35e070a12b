using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>The older way to choose a controller.</summary>
internal sealed class IngressClassAnnotationDeprecated() : ManifestRule("HB4044", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (Ingress.From(manifest) is null || manifest.ApiVersion.Value != "networking.k8s.io/v1" || manifest.Annotations.Mapping?.Find(Ingress.ClassAnnotation) is not { Key: { } key })
            yield break;
        if (manifest.Annotations.Text(Ingress.ClassAnnotation).Known is { } name)
            yield return Report(key.Location, manifest.LogicalPath, key.Value, name.Value) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(IngressClassAnnotationDeprecated),
        Title = "Deprecated annotation chooses the controller",
        MessageFormat = "'{1}' of '{0}' is deprecated; use 'spec.ingressClassName: {2}'",
        Rationale = "The field replaced the annotation in Kubernetes 1.18. Controllers read the annotation as long as they like.",
        WhenToIgnore = "When the controller knows the annotation only.",
        CatalogueSlugs = ["ingress-class-annotation-deprecated"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(477), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Violations =
        [
            new("network.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: api
                  namespace: shop
                  annotations:
                    [|kubernetes.io/ingress.class|]: nginx
                spec:
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
