using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Controller manager does not rotate the serving certificates of kubelets.</summary>
internal sealed class ControllerManagerRotateKubeletServerCert()
    : ControlPlaneRule("HB4149", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.ControllerManager)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        if (options.FeatureGate("RotateKubeletServerCertificate").Known is { } gate && gate.Value.Equals("false", StringComparison.OrdinalIgnoreCase))
            yield return Report(options, gate.Location, "RotateKubeletServerCertificate=false");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ControllerManagerRotateKubeletServerCert),
        Title = "Controller manager does not rotate the serving certificates of kubelets",
        MessageFormat = "The controller manager in {0} switches off the rotation of kubelets' serving certificates; remove '{1}'",
        Rationale =
            "The feature is on by default. Without it kubelets keep a certificate until it has expired, and then the API server "
            + "cannot verify them.",
        WhenToIgnore = "When another tool renews the certificates.",
        CatalogueSlugs = ["controller-manager-rotate-kubelet-server-cert"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(324),
            RuleReference.CisKubernetes("1.3.6"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["checkov:CKV_K8S_112", "kubescape:C-0149"],
        Related = ["trivy:KCV-0038", "kics:Rotate Kubelet Server Certificate Not Active"],
        ComparedWith = "Trivy wants the gate written out, although it is on by default.",
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
                    - name: kube-controller-manager
                      command:
                        - kube-controller-manager
                        - --feature-gates=[|RotateKubeletServerCertificate=false|]

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
                        - --feature-gates=RotateKubeletServerCertificate=true

                """),
        ],
    };
}
