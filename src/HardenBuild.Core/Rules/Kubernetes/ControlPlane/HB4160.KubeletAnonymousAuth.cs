using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet answers anonymous requests.</summary>
internal sealed class KubeletAnonymousAuth()
    : BooleanOptionRule("HB4160", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.Kubelet, "anonymous-auth", required: false)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletAnonymousAuth),
        Title = "Kubelet answers anonymous requests",
        MessageFormat =
            "The kubelet of {0} answers requests without credentials, which can run commands in every pod of the node; set '{1}'",
        Rationale =
            "The kubelet's port lists pods, shows logs and runs commands. Anonymous access to it has been the way into many "
            + "clusters. As a flag the option is on by default, in a configuration file it is off.",
        WhenToIgnore = "When the authorization mode is Webhook and no binding names anonymous users.",
        CatalogueSlugs = ["kubelet-anonymous-auth"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(306),
            RuleReference.CisKubernetes("4.2.1"),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases = ["trivy:KCV-0079", "checkov:CKV_K8S_138", "kubescape:C-0069", "kubescape:C-0172"],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                authentication:
                  anonymous:
                    enabled: [|true|]

                """),
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
                        - --anonymous-auth=[|true|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                authentication:
                  anonymous:
                    enabled: false

                """),
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
                        - --anonymous-auth=false

                """),
        ],
    };
}
