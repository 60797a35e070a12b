using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet does not renew its serving certificate.</summary>
internal sealed class KubeletRotateServerCertificate()
    : ControlPlaneRule("HB4171", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.Kubelet)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        if (options.FeatureGate("RotateKubeletServerCertificate").Known is { } gate && gate.Value.Equals("false", StringComparison.OrdinalIgnoreCase))
            yield return Report(options, gate.Location, "RotateKubeletServerCertificate");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletRotateServerCertificate),
        Title = "Kubelet does not renew its serving certificate",
        MessageFormat = "The kubelet of {0} switches the renewal of its serving certificate off; remove '{1}'",
        Rationale =
            "The feature is on by default. Without it the kubelet serves its certificate until it has expired, and then the API "
            + "server cannot verify it.",
        WhenToIgnore = "When another tool renews the certificate.",
        CatalogueSlugs = ["kubelet-rotate-server-certificate"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(324),
            RuleReference.CisKubernetes("4.2.11"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0091", "kubescape:C-0183", "checkov:CKV_K8S_150"],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                featureGates:
                  RotateKubeletServerCertificate: [|false|]

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
                        - --feature-gates=[|RotateKubeletServerCertificate=false|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                featureGates:
                  RotateKubeletServerCertificate: true

                """),
        ],
    };
}
