using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server does not limit the rate of events.</summary>
internal sealed class ApiserverEventRateLimitMissing() : RequiredPluginRule("HB4114", RuleSeverity.None, RuleSeverity.None, "EventRateLimit")
{
    private const string Plugin = "EventRateLimit";

    public override IEnumerable<Finding> Analyze(KubernetesObject manifest) => manifest.Kind.Value == "AdmissionConfiguration"
        ? AnalyzeConfiguration(manifest)
        : base.Analyze(manifest);

    private IEnumerable<Finding> AnalyzeConfiguration(KubernetesObject manifest)
    {
        if (manifest.Root.Find("plugins") is not { } plugins || plugins.Value.AsSequence is null)
            yield break;
        foreach (var plugin in new ManifestFields(manifest.Root).Objects("plugins"))
        {
            if (new ManifestFields(plugin).Text("name") is { IsUnknown: true } or { Known.Value: Plugin })
                yield break;
        }

        yield return Report(plugins.KeyLocation, "this AdmissionConfiguration", "plugins") with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverEventRateLimitMissing),
        Title = "API server does not limit the rate of events",
        MessageFormat = "The API server in {0} takes events as fast as clients send them; add 'EventRateLimit' to '{1}'",
        Rationale =
            "A misbehaving pod can produce events faster than etcd can store them. The plugin limits them for each namespace and "
            + "user, with a configuration of its own.",
        WhenToIgnore = "When priority and fairness, which limits all requests since Kubernetes 1.20, is enough.",
        CatalogueSlugs = ["apiserver-event-rate-limit-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(770),
            RuleReference.CisKubernetes("1.2.9"),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0010", "checkov:CKV_K8S_78", "kubescape:C-0121"],
        Related = ["kics:Event Rate Limit Admission Control Plugin Not Set"],
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
                        - --enable-admission-plugins=[|NodeRestriction|]

                """),
            new("manifest.yaml", """
                apiVersion: apiserver.config.k8s.io/v1
                kind: AdmissionConfiguration
                [|plugins|]:
                  - name: ValidatingAdmissionWebhook

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
                        - --enable-admission-plugins=NodeRestriction,EventRateLimit

                """),
        ],
    };
}
