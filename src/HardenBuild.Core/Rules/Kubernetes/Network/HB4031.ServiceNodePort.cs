using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A port on every node.</summary>
internal sealed class ServiceNodePort() : ManifestRule("HB4031", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (Service.From(manifest) is { } service && service.Type.Known is { Value: "NodePort" } type)
            yield return Report(type.Location, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceNodePort),
        Title = "Service opens a port on every node",
        MessageFormat =
            "'{0}' opens a port on every node of the cluster, past ingress and its TLS; use 'ClusterIP' with an Ingress, or a "
            + "load balancer",
        Rationale =
            "The port answers on all addresses of all nodes, also on those of the public network, without names, certificates "
            + "and limits.",
        WhenToIgnore = "When an outer load balancer needs the port and a firewall closes it for everybody else.",
        CatalogueSlugs = ["service-node-port"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["kube-score:service-type", "kics:Service Type is NodePort"],
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
