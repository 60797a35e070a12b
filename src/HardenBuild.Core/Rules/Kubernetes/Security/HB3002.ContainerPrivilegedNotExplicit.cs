using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>privileged</c> is not written.</summary>
internal sealed class ContainerPrivilegedNotExplicit() : WorkloadRule("HB3002", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload) => workload.Pod.IsLinux
        ? ReportGap(workload, [.. workload.Containers.Where(static container => container.OwnSecurityContext.Privileged.IsAbsent)])
        : [];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ContainerPrivilegedNotExplicit),
        Title = "Container does not say that it is not privileged",
        MessageFormat =
            "Container '{0}' leaves 'privileged' to its default, which is false; write 'privileged: false' where a policy asks for "
            + "explicit values",
        Rationale =
            "The default is safe, so that nothing is wrong with the pod. Some policies still ask for explicit values, because a "
            + "reviewer then sees the decision and a later default cannot change it.",
        WhenToIgnore = "When no policy of yours asks for explicit values; the rule is off by default.",
        CatalogueSlugs = ["container-privileged-not-explicit"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1188), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubeaudit:PrivilegedNil"],
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
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            privileged: false

                """),
        ],
    };
}
