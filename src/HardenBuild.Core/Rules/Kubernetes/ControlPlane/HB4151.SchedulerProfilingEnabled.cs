using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Scheduler offers profiling endpoints.</summary>
internal sealed class SchedulerProfilingEnabled()
    : BooleanOptionRule("HB4151", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.Scheduler, "profiling", required: false)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SchedulerProfilingEnabled),
        Title = "Scheduler offers profiling endpoints",
        MessageFormat = "The scheduler in {0} offers its profiling endpoints, which show internals and cost time; set '{1}'",
        Rationale =
            "The profiling endpoints show details of the running program and cost time when they are asked. They are on unless "
            + "switched off, and are only needed while a performance problem is being looked into.",
        WhenToIgnore = "While a performance problem is being looked into.",
        CatalogueSlugs = ["scheduler-profiling-enabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(489),
            RuleReference.CisKubernetes("1.4.1"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0040", "checkov:CKV_K8S_114", "kubescape:C-0151"],
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-scheduler
                  namespace: kube-system
                spec:
                  containers:
                    - name: [|kube-scheduler|]
                      command:
                        - kube-scheduler
                        - --leader-elect=true

                """),
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-scheduler
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-scheduler
                      command:
                        - kube-scheduler
                        - --profiling=[|true|]

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-scheduler
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-scheduler
                      command:
                        - kube-scheduler
                        - --profiling=false

                """),
        ],
    };
}
