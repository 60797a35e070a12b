using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>A pod without seccomp whose containers all have a profile.</summary>
internal sealed class SeccompUnconfinedOverridden() : WorkloadRule("HB3171", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Pod.IsLinux && workload.Pod.SecurityContext.SeccompProfile.Known is { } profile && profile.Value.Equals("Unconfined", StringComparison.OrdinalIgnoreCase)
            && workload.Containers.Any() && workload.Containers.All(static container => !container.OwnSecurityContext.SeccompProfile.IsAbsent))
        {
            yield return ReportPod(workload, profile.Location, workload.LogicalPath);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SeccompUnconfinedOverridden),
        Title = "Seccomp is off where the containers do not say otherwise",
        MessageFormat =
            "'{0}' has no seccomp, and only the profiles of its containers give it some; use the type 'RuntimeDefault' for the pod "
            + "as well",
        Rationale =
            "A container that is added later, a sidecar of a mesh or a container for debugging is unconfined in such a pod. "
            + "Namespaces that enforce the Pod Security Standard 'baseline' refuse it, although none of its containers is unconfined.",
        WhenToIgnore = "When nothing adds containers to the pod; the rule is off by default.",
        CatalogueSlugs = ["seccomp-unconfined-overridden"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(693), RuleReference.PodSecurity("baseline", "Seccomp"), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubeaudit:SeccompDisabledPod"],
        ComparedWith = "Containers without a profile are HB3026's. kubeaudit does not tell the two apart.",
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
                      securityContext:
                        seccompProfile:
                          type: [|Unconfined|]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            seccompProfile:
                              type: RuntimeDefault

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
                          securityContext:
                            seccompProfile:
                              type: RuntimeDefault

                """),
        ],
    };
}
