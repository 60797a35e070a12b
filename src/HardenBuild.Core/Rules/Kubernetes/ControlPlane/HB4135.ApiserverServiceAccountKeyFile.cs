using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server verifies service account tokens with its TLS key.</summary>
internal sealed class ApiserverServiceAccountKeyFile()
    : RequiredFlagsRule("HB4135", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.ApiServer, "service-account-key-file")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverServiceAccountKeyFile),
        Title = "API server verifies service account tokens with its TLS key",
        MessageFormat =
            "The API server in {0} verifies service account tokens with its own TLS key, so that neither key can be replaced alone; "
            + "set {1}",
        Rationale =
            "Without the flag the key of the serving certificate also verifies the tokens of all pods. A key of its own can be "
            + "rotated without a new certificate and is lost less easily.",
        WhenToIgnore = "When the issuer's keys are given in another way.",
        CatalogueSlugs = ["apiserver-service-account-key-file"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(320),
            RuleReference.CisKubernetes("1.2.22"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0025", "checkov:CKV_K8S_97", "kubescape:C-0136"],
        Related = ["kics:Service Account Key File Not Properly Set"],
        ComparedWith =
            "checkov does not report a missing flag and wants the file's name to end in '.pem'; the name says nothing about the "
            + "key.",
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
                        - --service-account-key-file=/etc/kubernetes/pki/sa.pub

                """),
        ],
    };
}
