using HardenBuild.Model.Kubernetes.ControlPlane;
using HardenBuild.Rules.Dockerfile.Health;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server lets requests run for long.</summary>
internal sealed class ApiserverRequestTimeout()
    : ControlPlaneRule("HB4133", RuleSeverity.None, RuleSeverity.None, ControlPlaneComponent.ApiServer)
{
    private const double LongestSeconds = 300;

    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        if (options.Find("request-timeout").Known is not { } timeout)
            yield break;
        if (GoDuration.Parse(timeout.Value) is not { } seconds || seconds is < 0 or > LongestSeconds)
            yield return Report(options, timeout.Location, options.Spell("request-timeout", "60s"), timeout.Value);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverRequestTimeout),
        Title = "API server lets requests run for long",
        MessageFormat =
            "The API server in {0} lets a request run for '{2}', so that a few slow clients occupy it; set '{1}' or leave the flag "
            + "out",
        Rationale =
            "A request holds one of the API server's few places until it ends. The default of one minute fits all but unusual "
            + "clusters, and a value that is no duration keeps the API server from starting.",
        WhenToIgnore = "When slow storage or very large lists were measured to need more than five minutes.",
        CatalogueSlugs = ["apiserver-request-timeout"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(400),
            RuleReference.CisKubernetes("1.2.20"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["checkov:CKV_K8S_95", "kubescape:C-0134"],
        Related = ["kics:Request Timeout Not Properly Set"],
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
                        - --request-timeout=[|30m|]

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
                        - --request-timeout=60s

                """),
        ],
    };
}
