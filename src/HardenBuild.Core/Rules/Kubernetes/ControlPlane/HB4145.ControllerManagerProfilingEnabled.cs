using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Controller manager offers profiling endpoints.</summary>
internal sealed class ControllerManagerProfilingEnabled()
    : BooleanOptionRule("HB4145", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.ControllerManager, "profiling", required: false)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ControllerManagerProfilingEnabled),
        Title = "Controller manager offers profiling endpoints",
        MessageFormat = "The controller manager in {0} offers its profiling endpoints, which show internals and cost time; set '{1}'",
        Rationale =
            "The profiling endpoints show details of the running program and cost time when they are asked. They are on unless "
            + "switched off, and are only needed while a performance problem is being looked into.",
        WhenToIgnore = "While a performance problem is being looked into.",
        CatalogueSlugs = ["controller-manager-profiling-enabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(489),
            RuleReference.CisKubernetes("1.3.2"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0034", "checkov:CKV_K8S_107", "kubescape:C-0145"],
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
                    - name: [|kube-controller-manager|]
                      command:
                        - kube-controller-manager
                        - --allocate-node-cidrs=true

                """),
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
                        - --profiling=[|true|]

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
                        - --profiling=false

                """),
        ],
    };
}
