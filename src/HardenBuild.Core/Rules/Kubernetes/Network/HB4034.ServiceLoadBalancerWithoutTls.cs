using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A public port without TLS.</summary>
internal sealed class ServiceLoadBalancerWithoutTls() : ManifestRule("HB4034", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (Service.From(manifest) is not { } service || !service.Type.Is("LoadBalancer") || service.IsInternal || HasCertificate(manifest))
            yield break;
        foreach (var port in service.Ports)
        {
            if (port.Number.Known is { Value: 80 or 443 or 8443 } number)
            {
                yield return Report(number.Location, manifest.LogicalPath, number.Value.ToString(CultureInfo.InvariantCulture)) with { LogicalPath = manifest.LogicalPath };
                yield break;
            }
        }
    }

    private static bool HasCertificate(KubernetesObject manifest) =>
        manifest.Annotations.IsUnknown
        || (manifest.Annotations.Mapping is { } annotations && annotations.Members.Any(static member =>
            member.Key is { } key && (key.Value.Contains("ssl-cert", StringComparison.Ordinal) || key.Value.Contains("tls", StringComparison.Ordinal) || key.Value.Contains("certificate", StringComparison.Ordinal))));

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceLoadBalancerWithoutTls),
        Title = "Load balancer serves without TLS",
        MessageFormat = "'{0}' serves port {1} to the internet without a certificate of the cloud; add one, or end TLS in an Ingress",
        Rationale = "What arrives on such a port is either clear text, or TLS that every application has to manage for itself.",
        WhenToIgnore = "When the pods end TLS themselves.",
        CatalogueSlugs = ["service-load-balancer-without-tls"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(319), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["kubescape:C-0231", "kubescape:ensure-https-loadbalancers-encrypted-with-tls-aws"],
        Related = ["kubescape:C-0245"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                spec:
                  type: LoadBalancer
                  selector:
                    app: api
                  ports:
                    - port: [|80|]
                      targetPort: 8080

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

                """),
        ],
    };
}
