using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server offers profiling endpoints.</summary>
internal sealed class ApiserverProfilingEnabled()
    : BooleanOptionRule("HB4126", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.ApiServer, "profiling", required: false)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverProfilingEnabled),
        Title = "API server offers profiling endpoints",
        MessageFormat = "The API server in {0} offers its profiling endpoints, which show internals and cost time; set '{1}'",
        Rationale =
            "The profiling endpoints show details of the running program and cost time when they are asked. They are on unless "
            + "switched off, and are only needed while a performance problem is being looked into.",
        WhenToIgnore = "While a performance problem is being looked into.",
        CatalogueSlugs = ["apiserver-profiling-enabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(489),
            RuleReference.CisKubernetes("1.2.15"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0018", "checkov:CKV_K8S_90", "kubescape:C-0129"],
        Related = ["kics:Profiling Not Set To False"],
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
                    - name: [|kube-apiserver|]
                      command:
                        - kube-apiserver
                        - --advertise-address=192.168.49.2

                """),
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
                        - --profiling=[|true|]

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
                        - --profiling=false

                """),
        ],
    };
}
