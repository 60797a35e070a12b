using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A Service that is another name.</summary>
internal sealed class ServiceExternalName() : ManifestRule("HB4030", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (Service.From(manifest) is { } service && service.Type.Known is { Value: "ExternalName" } type)
            yield return Report(type.Location, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceExternalName),
        Title = "Service stands for a name outside",
        MessageFormat = "'{0}' stands for a name outside of the cluster, past network policies by pod; check that it is wanted",
        Rationale =
            "An alias leads pods to another host under a name of the cluster. Policies by label do not hold for it. The rule is "
            + "off by default.",
        WhenToIgnore = "When the name is a database or service that the project uses.",
        CatalogueSlugs = ["service-external-name"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(441), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["trivy:KSV-0108"],
        ComparedWith = "trivy reports external addresses, which are HB4029's, in the same check.",
        Violations =
        [
            new("network.yaml", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                spec:
                  type: [|ExternalName|]
                  externalName: db.example.com
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
