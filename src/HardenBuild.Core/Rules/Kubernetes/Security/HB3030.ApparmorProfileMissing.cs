using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>No AppArmor profile on pod or container.</summary>
internal sealed class ApparmorProfileMissing() : WorkloadRule("HB3030", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload) => workload.Pod.IsLinux
        ? ReportGap(workload, [.. workload.Containers.Where(static container => container.Security is { AppArmorProfile.IsAbsent: true, IsPrivileged: false })])
        : [];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApparmorProfileMissing),
        Title = "AppArmor profile is not written",
        MessageFormat =
            "Container '{0}' names no AppArmor profile and gets the runtime's default where the node has AppArmor; write "
            + "'appArmorProfile.type: RuntimeDefault' if a policy asks for it",
        Rationale =
            "Runtimes apply their default profile to every container on nodes with AppArmor, so that nothing is missing there. On "
            + "nodes without it, such as those with SELinux, an explicit profile keeps the pod from starting, which may be what a "
            + "policy wants.",
        WhenToIgnore = "When the nodes have no AppArmor, or when the runtime's default is enough; the rule is off by default.",
        CatalogueSlugs = ["apparmor-profile-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(693), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubeaudit:AppArmorAnnotationMissing", "kubesec:ApparmorAny", "kics:Missing App Armor Config"],
        ComparedWith =
            "kubeaudit and kubesec ask for the annotation; here the field counts as well, which took its place in Kubernetes 1.30.",
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
                        appArmorProfile:
                          type: RuntimeDefault
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
