using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A Service that catches traffic for addresses of others.</summary>
internal sealed class ServiceExternalIps() : ManifestRule("HB4029", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (Service.From(manifest) is { } service && !service.ExternalIps.Items.IsEmpty)
            yield return Report(service.ExternalIps.Items[0].Location, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceExternalIps),
        Title = "Service takes over external addresses",
        MessageFormat =
            "'{0}' catches the cluster's traffic for the addresses in 'externalIPs', whoever they belong to; use a load balancer",
        Rationale =
            "Every node sends what is meant for these addresses to the Service's pods. Whoever may write the field reads the "
            + "traffic of others (CVE-2020-8554).",
        WhenToIgnore = "When the addresses are the cluster's own and nobody else may create Services.",
        CatalogueSlugs = ["service-external-ips"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(441), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["trivy:KSV-0108"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                spec:
                  externalIPs: [[|203.0.113.7|]]
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
                  selector:
                    app: api
                  ports:
                    - port: 80
                      targetPort: 8080

                """),
        ],
    };
}
