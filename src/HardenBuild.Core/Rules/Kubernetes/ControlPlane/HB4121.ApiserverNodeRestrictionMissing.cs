using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server lets a kubelet change the objects of other nodes.</summary>
internal sealed class ApiserverNodeRestrictionMissing()
    : RequiredPluginRule("HB4121", RuleSeverity.Warning, RuleSeverity.Warning, "NodeRestriction")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverNodeRestrictionMissing),
        Title = "API server lets a kubelet change the objects of other nodes",
        MessageFormat =
            "The API server in {0} lets a kubelet change labels of its own node and the objects of other nodes; add "
            + "'NodeRestriction' to '{1}'",
        Rationale =
            "The plugin keeps a kubelet to its own Node and the pods on it. Without it a stolen node credential can relabel nodes "
            + "so that pods with secrets are scheduled there.",
        WhenToIgnore = "When kubelets have no rights to write Nodes and Pods.",
        CatalogueSlugs = ["apiserver-node-restriction-missing"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(269),
            RuleReference.CisKubernetes("1.2.14"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0016", "checkov:CKV_K8S_85", "kubescape:C-0127"],
        Related = ["kics:Node Restriction Admission Control Plugin Not Set"],
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
                        - --enable-admission-plugins=[|NamespaceLifecycle|]

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
                        - --enable-admission-plugins=NodeRestriction

                """),
        ],
    };
}
