using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Controller manager serves its metrics on every address.</summary>
internal sealed class ControllerManagerBindAddress() : LoopbackAddressRule("HB4150", ControlPlaneComponent.ControllerManager, "bind-address")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ControllerManagerBindAddress),
        Title = "Controller manager serves its metrics on every address",
        MessageFormat = "The controller manager in {0} answers on the network, although only its own node needs it; set '{1}'",
        Rationale =
            "Its port serves health, metrics and profiling. Nothing but the health check of its own node asks there unless metrics "
            + "are collected from outside.",
        WhenToIgnore = "When Prometheus collects the metrics over the network.",
        CatalogueSlugs = ["controller-manager-bind-address"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(668),
            RuleReference.CisKubernetes("1.3.7"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K06:2025"),
        ],
        Aliases = ["trivy:KCV-0039", "checkov:CKV_K8S_113", "kubescape:C-0150"],
        Related = ["kics:Bind Address Not Properly Set"],
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
                        - --bind-address=[|0.0.0.0|]

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
                        - --bind-address=127.0.0.1

                """),
        ],
    };
}
