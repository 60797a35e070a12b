using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>Groups of the image are added to those of the pod.</summary>
internal sealed class SupplementalGroupsPolicyMerge() : WorkloadRule("HB3164", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var context = workload.Pod.SecurityContext;
        if (!workload.Pod.IsLinux || workload.Pod.HostUsers.Is(false) || !SetsIdentity(context) || !context.SupplementalGroupsPolicy.IsAbsentOr("Merge"))
            return [];
        return [ReportPod(workload, context.SupplementalGroupsPolicy.Known?.Location ?? workload.Pod.Spec.Find("securityContext")!.Value.KeyLocation)];
    }

    private static bool SetsIdentity(SecurityContext context) =>
        context.RunAsUser.Known is not null || context.RunAsGroup.Known is not null || !context.SupplementalGroups.Items.IsEmpty;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SupplementalGroupsPolicyMerge),
        Title = "Groups of the image are added to those of the pod",
        MessageFormat =
            "Containers also get the groups that /etc/group of their image gives the user, which nobody sees in the manifest; set "
            + "'supplementalGroupsPolicy: Strict'",
        Rationale =
            "With the policy 'Merge', which is the default, the runtime reads /etc/group in the image and adds the groups of the "
            + "user to those of the security context. An image can so give itself access to a volume that the manifest does not. "
            + "'Strict' takes only what the manifest says, since Kubernetes 1.31, and by default since 1.33.",
        WhenToIgnore = "When the cluster or its runtime is older than that, or the image relies on its groups; the rule is off by default.",
        CatalogueSlugs = ["supplemental-groups-policy-merge"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
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
                      [|securityContext|]:
                        runAsUser: 1654
                        runAsGroup: 1654
                      containers:
                        - name: api
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
                        runAsUser: 1654
                        runAsGroup: 1654
                        supplementalGroupsPolicy: Strict
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
