using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Pods are not told how to verify the API server.</summary>
internal sealed class ControllerManagerRootCaFile()
    : RequiredFlagsRule("HB4148", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.ControllerManager, "root-ca-file")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ControllerManagerRootCaFile),
        Title = "Pods are not told how to verify the API server",
        MessageFormat =
            "The controller manager in {0} does not hand pods the certificate authority of the API server, so that they cannot "
            + "verify it; set {1}",
        Rationale =
            "The authority is put beside the token of each pod. A client without it either fails or skips verification, and then "
            + "gives its token to whoever answers.",
        WhenToIgnore = "When the API server's certificate comes from an authority that images trust anyway.",
        CatalogueSlugs = ["controller-manager-root-ca-file"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(295),
            RuleReference.CisKubernetes("1.3.5"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0037", "checkov:CKV_K8S_111", "kubescape:C-0148"],
        Related = ["kics:Root CA File Not Defined"],
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
                        - --root-ca-file=/etc/kubernetes/pki/ca.crt

                """),
        ],
    };
}
