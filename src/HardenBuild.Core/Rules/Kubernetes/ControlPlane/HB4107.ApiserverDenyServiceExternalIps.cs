using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server lets Services claim external addresses.</summary>
internal sealed class ApiserverDenyServiceExternalIps()
    : RequiredPluginRule("HB4107", RuleSeverity.Suggestion, RuleSeverity.Suggestion, "DenyServiceExternalIPs")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverDenyServiceExternalIps),
        Title = "API server lets Services claim external addresses",
        MessageFormat =
            "The API server in {0} lets everyone who may write a Service capture traffic to any address (CVE-2020-8554); add "
            + "'DenyServiceExternalIPs' to '{1}'",
        Rationale =
            "A Service with 'externalIPs' makes kube-proxy redirect traffic for these addresses on every node, so that a tenant can "
            + "intercept what other pods send to them. The plugin refuses new uses of the field.",
        WhenToIgnore = "When a policy engine controls the field, or when only administrators may write Services.",
        CatalogueSlugs = ["apiserver-deny-service-external-ips"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(441),
            RuleReference.CisKubernetes("1.2.3"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["kubescape:C-0283"],
        Related = ["trivy:KCV-0003", "kubescape:C-0115"],
        ComparedWith = "Trivy's KCV-0003 and kubescape's C-0115 follow an older edition of the benchmark and demand the opposite.",
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-apiserver
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-apiserver
                      command:
                        - kube-apiserver
                        - --enable-admission-plugins=[|NodeRestriction|]

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-apiserver
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-apiserver
                      command:
                        - kube-apiserver
                        - --enable-admission-plugins=NodeRestriction,DenyServiceExternalIPs

                """),
        ],
    };
}
