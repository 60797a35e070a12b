using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A type that the project does not allow.</summary>
internal sealed class ServiceExposedType() : ManifestRule("HB4032", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (Service.From(manifest) is not { Type.Known: { } type } service)
            yield break;
        var forbidden = manifest.Options.List(this, Forbidden);
        var isForbidden = forbidden.Count == 0
            ? type.Value is "NodePort" or "LoadBalancer"
            : forbidden.Any(word => string.Equals(word, type.Value, StringComparison.OrdinalIgnoreCase));
        if (isForbidden && !(type.Value == "LoadBalancer" && service.IsInternal))
            yield return Report(type.Location, manifest.LogicalPath, type.Value) with { LogicalPath = manifest.LogicalPath };
    }

    private const string Forbidden = "forbidden";

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceExposedType),
        Title = "Service has a type that is not allowed",
        MessageFormat = "'{0}' has the type '{1}', which the configuration does not allow; use another one",
        Rationale =
            "Some projects let nothing out but through their ingress. The rule is off by default and forbids 'NodePort' and "
            + "'LoadBalancer' unless configured otherwise.",
        WhenToIgnore = "When this Service is the one way into the cluster.",
        CatalogueSlugs = ["service-exposed-type"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["kube-linter:exposed-services"],
        Options = [new RuleOption(Forbidden, "NodePort, LoadBalancer", "The types that a Service must not have, separated by commas")],
        Violations =
        [
            new("network.yaml", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: api
                  namespace: shop
                spec:
                  type: [|NodePort|]
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
