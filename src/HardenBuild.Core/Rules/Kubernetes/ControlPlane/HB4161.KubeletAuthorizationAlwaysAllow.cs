using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet allows every request.</summary>
internal sealed class KubeletAuthorizationAlwaysAllow()
    : ControlPlaneRule("HB4161", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.Kubelet)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        var mode = options.Find("authorization-mode");
        if (mode.IsAbsent || mode.Is("AlwaysAllow"))
            yield return Report(options, mode.Known?.Location ?? options.Anchor, options.Spell("authorization-mode", "Webhook"));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletAuthorizationAlwaysAllow),
        Title = "Kubelet allows every request",
        MessageFormat =
            "The kubelet of {0} allows every authenticated request, so that any pod's token may run commands in all pods of the "
            + "node; set '{1}'",
        Rationale =
            "With the mode Webhook the kubelet asks the API server whether the caller may do this. AlwaysAllow is the default of "
            + "the flag, Webhook that of the configuration file.",
        WhenToIgnore = "Never on a node that runs workloads of others.",
        CatalogueSlugs = ["kubelet-authorization-always-allow"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(862),
            RuleReference.CisKubernetes("4.2.2"),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases = ["trivy:KCV-0080", "checkov:CKV_K8S_139", "kubescape:C-0173"],
        ComparedWith = "checkov does not report a missing flag, whose default is AlwaysAllow.",
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                authorization:
                  mode: [|AlwaysAllow|]

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
                        - --authorization-mode=[|AlwaysAllow|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                authorization:
                  mode: Webhook

                """),
        ],
    };
}
