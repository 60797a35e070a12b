using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>procMount: Unmasked</c>.</summary>
internal sealed class ProcMountUnmasked() : WorkloadRule("HB3035", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var violation in workload.Pod.IsLinux ? workload.Pod.ViolationsOf(PodSecurityControl.ProcMount) : [])
        {
            if (violation.Container is { } container && !violation.Value!.Equals("Default", StringComparison.OrdinalIgnoreCase))
                yield return ReportContainer(workload, container, violation.Location, container.DisplayName);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ProcMountUnmasked),
        Title = "Container sees /proc without masks",
        MessageFormat =
            "Container '{0}' sees the parts of /proc that the runtime hides, with settings and memory of the node; remove "
            + "'procMount'",
        Rationale =
            "The runtime masks paths such as /proc/kcore and makes /proc/sys read-only. Unmasked, they tell secrets of the kernel "
            + "and change settings of the node. The field exists for building containers inside containers.",
        WhenToIgnore = "When the container builds images or runs containers itself and the pod has 'hostUsers: false'.",
        CatalogueSlugs = ["proc-mount-unmasked"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(668),
            RuleReference.PodSecurity("baseline", "/proc Mount Type"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0027", "kube-linter:unsafe-proc-mount", "polaris:procMount", "kics:Container Runs Unmasked"],
        ComparedWith = "trivy reports the field even where it says Default.",
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
                            procMount: [|Unmasked|]

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
                            procMount: Default

                """),
        ],
    };
}
