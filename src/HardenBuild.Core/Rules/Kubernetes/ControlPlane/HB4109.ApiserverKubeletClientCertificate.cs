using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server has no client certificate for kubelets.</summary>
internal sealed class ApiserverKubeletClientCertificate()
    : RequiredFlagsRule("HB4109", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "kubelet-client-certificate", "kubelet-client-key")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverKubeletClientCertificate),
        Title = "API server has no client certificate for kubelets",
        MessageFormat =
            "The API server in {0} does not prove to kubelets who it is, so that they must accept anonymous requests; set {1}",
        Rationale =
            "A kubelet can only turn strangers away when the API server identifies itself. Without a client certificate its port, "
            + "which runs commands in every pod, has to stay open to anonymous requests.",
        WhenToIgnore = "When the flags are added by a tool at deployment.",
        CatalogueSlugs = ["apiserver-kubelet-client-certificate"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(295),
            RuleReference.CisKubernetes("1.2.4"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0005", "checkov:CKV_K8S_72", "kubescape:C-0116"],
        Related = ["kics:Kubelet Client Certificate Or Key Not Set"],
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
                        - --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt

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
                        - --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt
                        - --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key

                """),
        ],
    };
}
