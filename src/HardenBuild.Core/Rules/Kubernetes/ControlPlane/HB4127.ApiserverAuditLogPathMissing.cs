using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server keeps no audit log.</summary>
internal sealed class ApiserverAuditLogPathMissing()
    : RequiredFlagsRule("HB4127", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "audit-log-path")
{
    protected override bool IsExempt(ComponentOptions options) => !options.Find("audit-webhook-config-file").IsAbsent;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverAuditLogPathMissing),
        Title = "API server keeps no audit log",
        MessageFormat = "The API server in {0} keeps no record of who did what, so that an intrusion cannot be traced; set {1}",
        Rationale = "Without a log path or a webhook the API server audits nothing, whatever the audit policy says.",
        WhenToIgnore = "When the audit log is configured by a tool at deployment.",
        CatalogueSlugs = ["apiserver-audit-log-path-missing"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(778),
            RuleReference.CisKubernetes("1.2.16"),
            RuleReference.OwaspKubernetes("K05:2022"),
            RuleReference.OwaspKubernetes("K10:2025"),
        ],
        Aliases = ["trivy:KCV-0019", "checkov:CKV_K8S_91", "kubescape:C-0130"],
        Related = ["kubescape:C-0067", "kics:Audit Log Path Not Set"],
        ComparedWith = "The peers do not count an audit webhook as a log. kubescape's C-0067 asks for the policy's file instead.",
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
                        - --advertise-address=192.168.49.2

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

                """),
        ],
    };
}
