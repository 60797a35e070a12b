using HardenBuild.Model.Kubernetes.ControlPlane;
using System.Globalization;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Kubelet limits events in a way that loses or floods them.</summary>
internal sealed class KubeletEventQps()
    : ControlPlaneRule("HB4168", RuleSeverity.None, RuleSeverity.None, ControlPlaneComponent.Kubelet)
{
    // Where checkov draws the line for the flag; a configuration file has 50 by default.
    private const long HighestFlag = 5;

    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        if (options.Find("event-qps").Known is not { } rate || !long.TryParse(rate.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var events))
            yield break;
        if (events < 0 || (events > HighestFlag && options.Notation != OptionNotation.ConfigurationFile))
            yield return Report(options, rate.Location, options.Spell("event-qps", "5"), rate.Value);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubeletEventQps),
        Title = "Kubelet limits events in a way that loses or floods them",
        MessageFormat = "The kubelet of {0} records events at a rate of '{2}' a second; set '{1}' or what fits the node",
        Rationale =
            "Events are part of the record of what happened on a node. A rate that is negative is refused, and a high one lets a "
            + "misbehaving pod fill etcd.",
        WhenToIgnore = "When the rate was measured to fit the node.",
        CatalogueSlugs = ["kubelet-event-qps"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(778),
            RuleReference.CisKubernetes("4.2.8"),
            RuleReference.OwaspKubernetes("K05:2022"),
            RuleReference.OwaspKubernetes("K10:2025"),
        ],
        Aliases = ["trivy:KCV-0087", "checkov:CKV_K8S_147", "kubescape:C-0180"],
        Related = ["kics:Kubelet Event QPS Not Properly Set"],
        Violations =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                eventRecordQPS: [|-1|]

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
                        - --event-qps=[|50|]

                """),
        ],
        Fixed =
        [
            new("kubelet.yaml", """
                apiVersion: kubelet.config.k8s.io/v1beta1
                kind: KubeletConfiguration
                eventRecordQPS: 50

                """),
        ],
    };
}
