using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>A pod with <c>runAsUser: 0</c> whose containers all have another user.</summary>
internal sealed class RunAsUserRootOverridden() : WorkloadRule("HB3170", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var user = workload.Pod.SecurityContext.RunAsUser;
        if (workload.Pod.IsViolation(PodSecurityControl.RunAsUser, user) && workload.Containers.Any() && workload.Containers.All(static container => !container.OwnSecurityContext.RunAsUser.IsAbsent))
            yield return ReportPod(workload, user.Known!.Value.Location, workload.LogicalPath);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RunAsUserRootOverridden),
        Title = "Pod runs as root where its containers do not say otherwise",
        MessageFormat =
            "'{0}' asks for root, and only the users of its containers keep it from that; name a user that is not root for the pod "
            + "as well",
        Rationale =
            "A container that is added later, a sidecar of a mesh or a container for debugging runs as root in such a pod. "
            + "Namespaces that enforce the Pod Security Standard 'restricted' refuse it, although none of its containers runs as "
            + "root.",
        WhenToIgnore = "When nothing adds containers to the pod; the rule is off by default.",
        CatalogueSlugs = ["run-as-user-root-overridden"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.PodSecurity("restricted", "Running as Non-root user"), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubeaudit:RunAsUserPSCRoot"],
        ComparedWith = "Containers that run as root are HB3006's. kubeaudit does not tell the two apart.",
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
                        runAsUser: [|0|]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            runAsUser: 1654

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
                        runAsUser: 1654
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            runAsUser: 1655

                """),
        ],
    };
}
