namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server rotates audit logs below a hundred megabytes.</summary>
internal sealed class ApiserverAuditLogMaxsize() : AuditLogLimitRule("HB4130", "audit-log-maxsize", 100)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverAuditLogMaxsize),
        Title = "API server rotates audit logs below a hundred megabytes",
        MessageFormat = "The audit log of the API server in {0} is rotated away by a burst of requests; set '{1}' or more",
        Rationale = "A small file fills in minutes on a busy cluster, so that the rotated files together cover a short time only.",
        WhenToIgnore = "When the log is shipped elsewhere at once and kept there.",
        CatalogueSlugs = ["apiserver-audit-log-maxsize"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(778),
            RuleReference.CisKubernetes("1.2.19"),
            RuleReference.OwaspKubernetes("K05:2022"),
            RuleReference.OwaspKubernetes("K10:2025"),
        ],
        Aliases =
        [
            "trivy:KCV-0022",
            "checkov:CKV_K8S_94",
            "kubescape:C-0133",
            "kics:Audit Log Maxsize Not Properly Set",
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
                        - --audit-log-maxsize=[|10|]

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
                        - --audit-log-maxsize=100

                """),
        ],
    };
}
