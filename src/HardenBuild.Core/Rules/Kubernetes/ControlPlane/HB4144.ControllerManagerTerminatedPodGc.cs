using HardenBuild.Model.Kubernetes.ControlPlane;
using System.Globalization;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Controller manager keeps too many terminated pods.</summary>
internal sealed class ControllerManagerTerminatedPodGc()
    : ControlPlaneRule("HB4144", RuleSeverity.None, RuleSeverity.None, ControlPlaneComponent.ControllerManager)
{
    private const long Default = 12500;

    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        var threshold = options.Find("terminated-pod-gc-threshold");
        var isFine = threshold.Known is { } known
            && (!long.TryParse(known.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var pods) || pods is > 0 and <= Default);
        if (!isFine && !threshold.IsUnknown)
            yield return Report(options, threshold.Known?.Location ?? options.Anchor, options.Spell("terminated-pod-gc-threshold", "1000"));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ControllerManagerTerminatedPodGc),
        Title = "Controller manager keeps too many terminated pods",
        MessageFormat =
            "The controller manager in {0} keeps more terminated pods than clusters need, or all of them; set '{1}' or what fits "
            + "the cluster",
        Rationale =
            "Objects of pods that have ended stay in etcd until the threshold is passed. With 0 they are never collected, and a "
            + "loop that fails fills the database.",
        WhenToIgnore = "When a number above the default of 12500 was chosen for a large cluster.",
        CatalogueSlugs = ["controller-manager-terminated-pod-gc"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(400),
            RuleReference.CisKubernetes("1.3.1"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0033", "checkov:CKV_K8S_106", "kubescape:C-0144"],
        Related = ["kics:Terminated Pod Garbage Collector Threshold Not Properly Set"],
        ComparedWith = "kubescape also reports the default of 12500 when it is written out.",
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
                        - --terminated-pod-gc-threshold=[|0|]

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
                        - --terminated-pod-gc-threshold=1000

                """),
        ],
    };
}
