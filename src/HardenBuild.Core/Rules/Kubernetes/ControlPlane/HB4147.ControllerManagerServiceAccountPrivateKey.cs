using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Controller manager has no key of its own for service account tokens.</summary>
internal sealed class ControllerManagerServiceAccountPrivateKey()
    : RequiredFlagsRule("HB4147", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.ControllerManager, "service-account-private-key-file")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ControllerManagerServiceAccountPrivateKey),
        Title = "Controller manager has no key of its own for service account tokens",
        MessageFormat = "The controller manager in {0} is given no key to sign service account tokens with; set {1}",
        Rationale =
            "A key of its own can be rotated without touching any other. Without it, tokens for Secrets of service accounts are not "
            + "issued.",
        WhenToIgnore = "When no token Secrets are used, as in clusters since Kubernetes 1.24 that only use bound tokens.",
        CatalogueSlugs = ["controller-manager-service-account-private-key"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(320),
            RuleReference.CisKubernetes("1.3.4"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0036", "checkov:CKV_K8S_110", "kubescape:C-0147"],
        Related = ["kics:Service Account Private Key File Not Defined"],
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-controller-manager
                  namespace: kube-system
                spec:
                  containers:
                    - name: [|kube-controller-manager|]
                      command:
                        - kube-controller-manager
                        - --allocate-node-cidrs=true

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-controller-manager
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-controller-manager
                      command:
                        - kube-controller-manager
                        - --service-account-private-key-file=/etc/kubernetes/pki/sa.key

                """),
        ],
    };
}
