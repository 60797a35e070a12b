using HardenBuild.Model.Kubernetes;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>SELinux user, role or type of the author's choice.</summary>
internal sealed class SelinuxOptionsUnsafe() : WorkloadRule("HB3033", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (!workload.Pod.IsLinux)
            yield break;
        foreach (var option in UnsafeOptions(workload.Pod.SecurityContext))
            yield return ReportPod(workload, option.Location, option.Value);
        foreach (var container in workload.Containers)
        {
            foreach (var option in UnsafeOptions(container.OwnSecurityContext))
                yield return ReportContainer(workload, container, option.Location, option.Value);
        }
    }

    private static IEnumerable<Located<string>> UnsafeOptions(SecurityContext context)
    {
        foreach (var key in new[] { "user", "role", "type" })
        {
            if (context.SelinuxOptions.Text(key).Known is { Value.Length: > 0 } option && !(key == "type" && IsContainerType(option.Value)))
                yield return option;
        }
    }

    // Kubernetes documentation, Pod Security Standards, baseline, SELinux.
    private static bool IsContainerType(string type) => type is "container_t" or "container_init_t" or "container_kvm_t" or "container_engine_t";

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SelinuxOptionsUnsafe),
        Title = "SELinux options weaken the separation of containers",
        MessageFormat =
            "SELinux option '{0}' can take the container out of the confined domain that the runtime chooses; remove it and keep at "
            + "most 'level'",
        Rationale =
            "SELinux keeps containers apart through the type that the runtime gives them. A type such as spc_t switches that off, "
            + "and user and role change what the policy grants. Only 'level' is meant for workloads.",
        WhenToIgnore = "When the cluster's policy defines a type for this very workload.",
        CatalogueSlugs = ["selinux-options-unsafe"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(693),
            RuleReference.PodSecurity("baseline", "SELinux"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0025"],
        ComparedWith = "trivy does not know container_engine_t, which the standard allows since Kubernetes 1.31.",
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
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            seLinuxOptions:
                              type: [|spc_t|]

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
                            seLinuxOptions:
                              level: s0:c123,c456

                """),
        ],
    };
}
