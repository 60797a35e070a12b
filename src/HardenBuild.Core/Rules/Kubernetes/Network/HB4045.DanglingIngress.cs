using System.Globalization;
using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>An Ingress to a Service that does not exist.</summary>
internal sealed class DanglingIngress() : ManifestSetRule("HB4045", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var ingress in set.Network.Ingresses)
        {
            foreach (var backend in ingress.Backends)
            {
                if (backend.Service.Known is not { } name || backend.PortName.Is("use-annotation") || ingress.Object.Namespace.IsUnknown)
                    continue;
                if (backend.IsOldForm && ingress.Object.ApiVersion.Value == "networking.k8s.io/v1")
                {
                    yield return Report(name.Location, ingress.Object.LogicalPath, "no Service, because 'networking.k8s.io/v1' does not know 'serviceName'; write 'service' with 'name' and 'port'") with { LogicalPath = ingress.Object.LogicalPath };
                    continue;
                }

                if (set.Network.IsServiceMissing(ingress.Object, ingress.Object.Namespace, name.Value))
                {
                    yield return Report(name.Location, ingress.Object.LogicalPath, $"Service '{name.Value}', which is not defined beside it; correct the name") with { LogicalPath = ingress.Object.LogicalPath };
                    continue;
                }

                var services = set.Network.Named(ingress.Object.Namespace, name.Value).ToList();
                if (services.Count > 0 && services.TrueForAll(service => service.Offers(backend.PortNumber, backend.PortName) == Answer.No))
                {
                    var port = backend.PortNumber.Known is { } number ? number.Value.ToString(CultureInfo.InvariantCulture) : backend.PortName.Known?.Value ?? "";
                    yield return Report(backend.PortLocation ?? name.Location, ingress.Object.LogicalPath, $"port '{port}' of Service '{name.Value}', which it does not have; correct the port") with { LogicalPath = ingress.Object.LogicalPath };
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DanglingIngress),
        Title = "Ingress leads to no Service",
        MessageFormat = "'{0}' leads to {1}",
        Rationale =
            "The controller answers with an error for every request to such a path, and nothing says so when it is deployed.",
        WhenToIgnore = "When the Service is made by an operator or another repository.",
        CatalogueSlugs = ["dangling-ingress"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
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
                                name: [|apii|]
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

                """),
        ],
    };
}
