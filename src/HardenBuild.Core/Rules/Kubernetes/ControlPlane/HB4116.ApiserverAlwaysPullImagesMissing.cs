using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server does not make nodes pull every image.</summary>
internal sealed class ApiserverAlwaysPullImagesMissing() : RequiredPluginRule("HB4116", RuleSeverity.None, RuleSeverity.None, "AlwaysPullImages")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverAlwaysPullImagesMissing),
        Title = "API server does not make nodes pull every image",
        MessageFormat =
            "The API server in {0} lets a pod use a private image that another pod has left on the node; add 'AlwaysPullImages' to "
            + "'{1}'",
        Rationale =
            "An image that is already on a node runs without the registry's consent unless it is pulled again. In clusters shared "
            + "by several tenants the plugin makes every pod prove that it may pull its image.",
        WhenToIgnore = "When all tenants may see each other's images, or when pulls at every start are too slow.",
        CatalogueSlugs = ["apiserver-always-pull-images-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(494),
            RuleReference.CisKubernetes("1.2.11"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases =
        [
            "trivy:KCV-0012",
            "checkov:CKV_K8S_80",
            "kubescape:C-0123",
            "kics:Always Pull Images Admission Control Plugin Not Set",
        ],
        ComparedWith = "checkov does not report a missing flag, with which the plugin does not run either.",
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
                        - --enable-admission-plugins=[|NodeRestriction|]

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
                        - --enable-admission-plugins=NodeRestriction,AlwaysPullImages

                """),
        ],
    };
}
