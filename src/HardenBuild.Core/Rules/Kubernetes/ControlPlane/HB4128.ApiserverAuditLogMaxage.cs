namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server keeps audit logs for less than thirty days.</summary>
internal sealed class ApiserverAuditLogMaxage() : AuditLogLimitRule("HB4128", "audit-log-maxage", 30)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverAuditLogMaxage),
        Title = "API server keeps audit logs for less than thirty days",
        MessageFormat = "The audit log of the API server in {0} is deleted before most intrusions are noticed; set '{1}' or more",
        Rationale =
            "Intrusions are often found weeks later, and then the log is the only witness. Without the flag the API server sets no "
            + "age and leaves the decision to the number and size of the files.",
        WhenToIgnore = "When the log is shipped elsewhere at once and kept there.",
        CatalogueSlugs = ["apiserver-audit-log-maxage"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(778),
            RuleReference.CisKubernetes("1.2.17"),
            RuleReference.OwaspKubernetes("K05:2022"),
            RuleReference.OwaspKubernetes("K10:2025"),
        ],
        Aliases =
        [
            "trivy:KCV-0020",
            "checkov:CKV_K8S_92",
            "kubescape:C-0131",
            "kics:Audit Log Maxage Not Properly Set",
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
                        - --audit-log-maxage=[|3|]

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
                        - --audit-log-maxage=30

                """),
        ],
    };
}
