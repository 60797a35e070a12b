using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet runs under another name than its host.</summary>
internal sealed class KubeletHostnameOverride()
    : ForbiddenFlagRule("HB4167", RuleSeverity.None, RuleSeverity.None, ControlPlaneComponent.Kubelet, "hostname-override")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletHostnameOverride),
        Title = "Kubelet runs under another name than its host",
        MessageFormat =
            "The kubelet of {0} takes another name than its host, which breaks the tie between name and certificate; remove '{1}'",
        Rationale =
            "Certificates and logs name the host. With another name for the node it is harder to tell which machine acted, and to "
            + "verify it.",
        WhenToIgnore = "When a cloud provider needs the name of its own.",
        CatalogueSlugs = ["kubelet-hostname-override"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(290),
            RuleReference.CisKubernetes("4.2.7"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0086", "checkov:CKV_K8S_146", "kubescape:C-0179"],
        Related = ["kics:Kubelet Hostname Override Is Set"],
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kubelet
                  namespace: kube-system
                spec:
                  containers:
                    - name: kubelet
                      command:
                        - kubelet
                        - [|--hostname-override=worker-1|]

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kubelet
                  namespace: kube-system
                spec:
                  containers:
                    - name: kubelet
                      command:
                        - kubelet
                        - --v=2

                """),
        ],
    };
}
