using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A workload that an Ingress leads to: an inventory.</summary>
internal sealed class IngressExposesWorkload() : ManifestSetRule("HB4036", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var ingress in set.Network.Ingresses)
        {
            foreach (var backend in ingress.Backends)
            {
                if (backend.Service.Known is { } name && set.Network.Named(ingress.Object.Namespace, name.Value).SelectMany(set.Network.Behind).FirstOrDefault() is { } workload)
                    yield return Report(name.Location, ingress.Object.LogicalPath, workload.LogicalPath) with { LogicalPath = ingress.Object.LogicalPath };
            }
        }

        foreach (var service in set.Network.Services)
        {
            if (service.IsExposed && set.Network.Behind(service) is { Count: > 0 } workloads)
                yield return Report(service.Type.Known!.Value.Location, service.Object.LogicalPath, workloads[0].LogicalPath) with { LogicalPath = service.Object.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(IngressExposesWorkload),
        Title = "Ingress leads to a workload",
        MessageFormat = "'{0}' leads to '{1}' from outside; check that it is wanted",
        Rationale =
            "An inventory of the ways into the cluster, for a review. It is off by default: most ways in are meant to be there.",
        WhenToIgnore = "Always, unless a review is under way.",
        CatalogueSlugs = ["ingress-exposes-workload"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["kubescape:C-0256", "kubescape:exposure-to-internet", "kics:Ingress Controller Exposes Workload"],
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
                      targetPort: 8080
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
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
                      targetPort: 8080
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
