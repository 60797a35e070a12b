using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet serves its read-only port.</summary>
internal sealed class KubeletReadOnlyPort()
    : ControlPlaneRule("HB4163", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.Kubelet)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        var port = options.Find("read-only-port");
        if (port.IsAbsent || (port.Known is { } known && known.Value != "0"))
            yield return Report(options, port.Known?.Location ?? options.Anchor, options.Spell("read-only-port", "0"), port.Known?.Value ?? "10255");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletReadOnlyPort),
        Title = "Kubelet serves its read-only port",
        MessageFormat = "The kubelet of {0} lists pods and their environment to everyone on port {2}, without credentials; set '{1}'",
        Rationale =
            "The read-only port answers without authentication: names, images, environment variables and arguments of every pod of "
            + "the node. The flag's default is port 10255, a configuration file's is 0.",
        WhenToIgnore = "When an old monitoring agent needs the port and the network keeps everyone else away from it.",
        CatalogueSlugs = ["kubelet-read-only-port"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(306),
            RuleReference.CisKubernetes("4.2.4"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K06:2025"),
        ],
        Aliases = ["trivy:KCV-0082", "checkov:CKV_K8S_141", "kubescape:C-0175"],
        Related = ["kics:Kubelet Read Only Port Is Not Set To Zero"],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                readOnlyPort: [|10255|]

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
                        - --read-only-port=[|10255|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                readOnlyPort: 0

                """),
        ],
    };
}
