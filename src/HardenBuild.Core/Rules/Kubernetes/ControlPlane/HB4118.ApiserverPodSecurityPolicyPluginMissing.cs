using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server runs without the plugin that enforces pod security.</summary>
internal sealed class ApiserverPodSecurityPolicyPluginMissing()
    : ControlPlaneRule("HB4118", RuleSeverity.None, RuleSeverity.None, ControlPlaneComponent.ApiServer)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        var enabled = AdmissionPlugins.Enabled(options);
        if (enabled.Location is { } location && !enabled.IsUnknown && !enabled.Contains("PodSecurityPolicy"))
            yield return Report(options, location, "does not enable 'PodSecurityPolicy'");
        foreach (var plugin in options.List(AdmissionPlugins.DisableFlag).Items)
        {
            if (plugin.Value == "PodSecurity")
                yield return Report(options, plugin.Location, "disables 'PodSecurity'");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverPodSecurityPolicyPluginMissing),
        Title = "API server runs without the plugin that enforces pod security",
        MessageFormat = "The API server in {0} {1}, so that nothing built in refuses privileged pods",
        Rationale =
            "Up to Kubernetes 1.24 pods were limited by the plugin PodSecurityPolicy, since 1.25 by PodSecurity, which runs unless "
            + "it is disabled.",
        WhenToIgnore = "When the cluster runs Kubernetes 1.25 or later with its default plugins, or a policy engine guards it.",
        CatalogueSlugs = ["apiserver-pod-security-policy-plugin-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(1188),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["checkov:CKV_K8S_84", "kubescape:C-0068"],
        Related = ["kics:Pod Security Policy Admission Control Plugin Not Set"],
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
                        - --enable-admission-plugins=PodSecurityPolicy
                        - --disable-admission-plugins=[|PodSecurity|]

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
                        - --enable-admission-plugins=NodeRestriction,PodSecurityPolicy

                """),
        ],
    };
}
