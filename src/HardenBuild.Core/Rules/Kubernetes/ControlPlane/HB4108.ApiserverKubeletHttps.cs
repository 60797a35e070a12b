using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server talks to kubelets without TLS.</summary>
internal sealed class ApiserverKubeletHttps()
    : ForbiddenValueRule("HB4108", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "kubelet-https", forbidden: false)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverKubeletHttps),
        Title = "API server talks to kubelets without TLS",
        MessageFormat =
            "The API server in {0} talks to kubelets in clear text, logs and the input of 'kubectl exec' included; remove the flag "
            + "or set '{1}'",
        Rationale =
            "Everything that goes between API server and nodes can be read and changed on the network. Kubernetes 1.23 removed the "
            + "flag: TLS is always used.",
        WhenToIgnore = "When a cluster older than Kubernetes 1.23 is kept only for tests.",
        CatalogueSlugs = ["apiserver-kubelet-https"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(319),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0004", "checkov:CKV_K8S_71"],
        Related = ["kics:Kubelet HTTPS Set To False"],
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
                        - --kubelet-https=[|false|]

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
                        - --advertise-address=192.168.49.2

                """),
        ],
    };
}
