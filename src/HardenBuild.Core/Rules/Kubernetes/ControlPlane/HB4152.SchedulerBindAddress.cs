using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Scheduler serves its metrics on every address.</summary>
internal sealed class SchedulerBindAddress() : LoopbackAddressRule("HB4152", ControlPlaneComponent.Scheduler, "bind-address")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SchedulerBindAddress),
        Title = "Scheduler serves its metrics on every address",
        MessageFormat = "The scheduler in {0} answers on the network, although only its own node needs it; set '{1}'",
        Rationale =
            "Its port serves health, metrics and profiling. Nothing but the health check of its own node asks there unless metrics "
            + "are collected from outside.",
        WhenToIgnore = "When Prometheus collects the metrics over the network.",
        CatalogueSlugs = ["scheduler-bind-address"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(668),
            RuleReference.CisKubernetes("1.4.2"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K06:2025"),
        ],
        Aliases = ["trivy:KCV-0041", "checkov:CKV_K8S_115", "kubescape:C-0152"],
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
                        - --bind-address=[|0.0.0.0|]

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
                        - --bind-address=127.0.0.1

                """),
        ],
    };
}
