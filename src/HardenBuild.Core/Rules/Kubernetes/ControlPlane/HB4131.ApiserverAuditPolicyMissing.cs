using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server has no audit policy.</summary>
internal sealed class ApiserverAuditPolicyMissing()
    : RequiredFlagsRule("HB4131", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "audit-policy-file")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverAuditPolicyMissing),
        Title = "API server has no audit policy",
        MessageFormat = "The API server in {0} logs no request because it has no audit policy; set {1}",
        Rationale =
            "The policy says which requests are recorded and in what detail. Without one nothing is audited even when a log path is "
            + "set.",
        WhenToIgnore = "When the policy is set by a tool at deployment.",
        CatalogueSlugs = ["apiserver-audit-policy-missing"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(778),
            RuleReference.CisKubernetes("3.2.1"),
            RuleReference.OwaspKubernetes("K05:2022"),
            RuleReference.OwaspKubernetes("K10:2025"),
        ],
        Aliases = ["kubescape:C-0160", "kubescape:C-0067"],
        Related = ["kics:Audit Policy File Not Defined"],
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
                    - name: [|kube-apiserver|]
                      command:
                        - kube-apiserver
                        - --audit-log-path=/var/log/kubernetes/audit.log

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
                        - --audit-log-path=/var/log/kubernetes/audit.log
                        - --audit-policy-file=/etc/kubernetes/audit-policy.yaml

                """),
        ],
    };
}
