using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>An Ingress to a Service of a repository without Services.</summary>
internal sealed class IngressServiceOutOfSight() : ManifestSetRule("HB4185", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var ingress in set.Network.Ingresses)
        {
            foreach (var backend in ingress.Backends)
            {
                if (backend.Service.Known is { } name && !backend.PortName.Is("use-annotation") && set.Network.IsServiceOutOfSight(ingress.Object, ingress.Object.Namespace, name.Value))
                    yield return Report(name.Location, ingress.Object.LogicalPath, name.Value) with { LogicalPath = ingress.Object.LogicalPath };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(IngressServiceOutOfSight),
        Title = "Ingress leads to a Service that is not in the repository",
        MessageFormat = "'{0}' leads to Service '{1}', which is defined in none of the files; define it, or correct the name",
        Rationale =
            "The controller answers with an error for every request to such a path. The strict form of HB4045, which is silent "
            + "where nothing of the kind lies beside it: in most repositories it is defined elsewhere.",
        WhenToIgnore = "When the repository holds only a part of what is deployed; the rule is off by default.",
        CatalogueSlugs = ["ingress-service-out-of-sight"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [],
        Aliases = ["kube-linter:dangling-ingress", "kube-score:ingress-targets-service", "kubescape:C-0298", "kubescape:dangling-ingress-backend"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: api
                  namespace: shop
                spec:
                  rules:
                    - host: shop.example.com
                      http:
                        paths:
                          - path: /
                            pathType: Prefix
                            backend:
                              service:
                                name: [|api|]
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
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                spec:
                  selector:
                    app: api
                  ports:
                    - port: 80

                """),
        ],
    };
}
