using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>No seccomp profile on pod or container.</summary>
internal sealed class SeccompProfileMissing() : WorkloadRule("HB3027", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var gaps = new List<Container>();
        foreach (var container in workload.Pod.IsLinux ? workload.Containers : [])
        {
            // The kernel applies no profile to a privileged container: there the cause is another.
            var profile = container.Security.SeccompProfile;
            if (container.Security.IsPrivileged)
                continue;
            if (profile.IsAbsent)
                gaps.Add(container);
            else if (profile.Known is { } known && !IsProfile(known.Value))
                yield return ReportContainer(workload, container, known.Location, container.DisplayName);
        }

        foreach (var finding in ReportGap(workload, gaps))
            yield return finding;
    }

    private static bool IsProfile(string type) =>
        type.Equals("RuntimeDefault", StringComparison.OrdinalIgnoreCase) || type.Equals("Localhost", StringComparison.OrdinalIgnoreCase);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SeccompProfileMissing),
        Title = "Seccomp profile is missing",
        MessageFormat =
            "Container '{0}' runs without a seccomp filter on most clusters; set 'seccompProfile.type: RuntimeDefault' in the "
            + "security context of the pod",
        Rationale =
            "Kubernetes does not apply the runtime's default profile by itself: without the field a container may call every "
            + "function of the node's kernel. .NET runs under the default profile unchanged.",
        WhenToIgnore = "When every node of the cluster runs its kubelet with 'seccompDefault: true', which no manifest shows.",
        CatalogueSlugs = ["seccomp-profile-missing"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(693),
            RuleReference.CisKubernetes("5.6.2"),
            RuleReference.PodSecurity("restricted", "Seccomp"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "trivy:KSV-0030",
            "trivy:KSV-0104",
            "kube-score:container-seccomp-profile",
            "kubeaudit:SeccompProfileMissing",
            "checkov:CKV_K8S_31",
            "kubesec:SeccompAny",
            "kubescape:C-0210",
            "kubescape:set-seccomp-profile",
            "kics:Seccomp Profile Is Not Configured",
        ],
        ComparedWith =
            "checkov reads only the ordinary containers and refuses Localhost profiles, as does one rule of kubescape. An "
            + "unconfined profile is reported by HB3026. Annotations from before Kubernetes 1.19 count here as a profile, although "
            + "Kubernetes ignores them since 1.27, which HB3028 reports.",
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      containers:
                        - name: [|api|]
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      securityContext:
                        seccompProfile:
                          type: RuntimeDefault
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
