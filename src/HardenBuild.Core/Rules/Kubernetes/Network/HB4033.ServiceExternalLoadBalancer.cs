using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A load balancer with a public address.</summary>
internal sealed class ServiceExternalLoadBalancer() : ManifestRule("HB4033", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (Service.From(manifest) is { } service && service.Type.Known is { Value: "LoadBalancer" } type && !service.IsInternal && service.SourceRanges is { Items.IsEmpty: true, IsUnknown: false })
            yield return Report(type.Location, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceExternalLoadBalancer),
        Title = "Load balancer is open to the internet",
        MessageFormat =
            "'{0}' gets a public address that everybody may reach; add the annotation for an internal one, or "
            + "'loadBalancerSourceRanges'",
        Rationale =
            "Clouds give a load balancer a public address unless told otherwise. Administration ports and internal services then "
            + "are on the internet, found by scanners within minutes.",
        WhenToIgnore = "When the service is meant for the public.",
        CatalogueSlugs = ["service-external-load-balancer"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["kics:Service With External Load Balance"],
        Related = ["kubescape:C-0256"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                spec:
                  type: [|LoadBalancer|]
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
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                spec:
                  type: LoadBalancer
                  loadBalancerSourceRanges: [198.51.100.0/24]
                  selector:
                    app: api
                  ports:
                    - port: 80
                      targetPort: 8080

                """),
        ],
    };
}
