namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server keeps fewer than ten old audit logs.</summary>
internal sealed class ApiserverAuditLogMaxbackup() : AuditLogLimitRule("HB4129", "audit-log-maxbackup", 10)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverAuditLogMaxbackup),
        Title = "API server keeps fewer than ten old audit logs",
        MessageFormat = "The audit log of the API server in {0} is overwritten by a burst of requests; set '{1}' or more",
        Rationale =
            "Each rotated file beyond the number is deleted. An attacker who can send many requests can push the traces of the "
            + "first ones out of a small set of files.",
        WhenToIgnore = "When the log is shipped elsewhere at once and kept there.",
        CatalogueSlugs = ["apiserver-audit-log-maxbackup"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(778),
            RuleReference.CisKubernetes("1.2.18"),
            RuleReference.OwaspKubernetes("K05:2022"),
            RuleReference.OwaspKubernetes("K10:2025"),
        ],
        Aliases =
        [
            "trivy:KCV-0021",
            "checkov:CKV_K8S_93",
            "kubescape:C-0132",
            "kics:Audit Log Maxbackup Not Properly Set",
        ],
        ComparedWith =
            "Trivy only asks whether the flag is there. Logs that go to standard output or to a webhook are not reported, because "
            + "the API server does not rotate them.",
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
                        - --audit-log-path=/var/log/kubernetes/audit.log
                        - --audit-log-maxbackup=[|2|]

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
                        - --audit-log-maxbackup=10

                """),
        ],
    };
}
