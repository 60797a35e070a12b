using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server admits every object unchecked.</summary>
internal sealed class ApiserverAlwaysAdmitEnabled()
    : ControlPlaneRule("HB4115", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.ApiServer)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        foreach (var plugin in AdmissionPlugins.Enabled(options).Items)
        {
            if (plugin.Value == "AlwaysAdmit")
                yield return Report(options, plugin.Location, plugin.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverAlwaysAdmitEnabled),
        Title = "API server admits every object unchecked",
        MessageFormat = "The API server in {0} enables '{1}', which admits every object without a check; remove it from the list",
        Rationale = "The plugin exists for tests and was deprecated for being useless otherwise: it says yes to everything.",
        WhenToIgnore = "Never in a cluster that others can reach.",
        CatalogueSlugs = ["apiserver-always-admit-enabled"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(862),
            RuleReference.CisKubernetes("1.2.10"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases =
        [
            "trivy:KCV-0011",
            "checkov:CKV_K8S_79",
            "kubescape:C-0122",
            "kics:Always Admit Admission Control Plugin Set",
        ],
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
                        - --enable-admission-plugins=NodeRestriction,[|AlwaysAdmit|]

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
