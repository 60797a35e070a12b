using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>SELinux user, role or type of the author's choice.</summary>
internal sealed class SelinuxOptionsUnsafe() : WorkloadRule("HB3033", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var violation in workload.Pod.IsLinux ? workload.Pod.ViolationsOf(PodSecurityControl.SelinuxOptions) : [])
        {
            yield return violation.Container is { } container
                ? ReportContainer(workload, container, violation.Location, violation.Value!)
                : ReportPod(workload, violation.Location, violation.Value!);
        }
    }

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
