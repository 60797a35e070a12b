using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>No user, or one with a number below 10000.</summary>
internal sealed class RunAsHighUidNotSet() : WorkloadRule("HB3159", RuleSeverity.None, RuleSeverity.None)
{
    private const long Minimum = 10_000;

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (!workload.Pod.IsLinux || workload.Pod.HostUsers.Is(false))
            yield break;
        var gaps = new List<Container>();
        foreach (var container in workload.Containers)
        {
            var user = container.Security.RunAsUser;
            if (user.IsAbsent)
                gaps.Add(container);
            else if (user.Known is { Value: < Minimum } known)
                yield return ReportContainer(workload, container, known.Location, container.DisplayName);
        }

        foreach (var finding in ReportGap(workload, gaps))
            yield return finding;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RunAsHighUidNotSet),
        Title = "Container does not run as a user with a high number",
        MessageFormat =
            "Container '{0}' does not say that it runs as a user that no node has; set 'runAsUser' to a number of 10000 or more",
        Rationale =
            "Without user namespaces a user in a container is the user with the same number on the node. A number above those that "
            + "nodes give out belongs to nobody there. This is the strict form of HB3008, for policies that want the number written "
            + "in every manifest.",
        WhenToIgnore = "When images bring their own user, as the .NET images do with 1654; the rule is off by default.",
        CatalogueSlugs = ["run-as-high-uid-not-set"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["trivy:KSV-0020", "checkov:CKV_K8S_40", "kube-score:container-security-context-user-group-id", "kubesec:RunAsUser"],
        ComparedWith = "trivy and kubesec also report 10000 itself; kube-score asks for a group in the same check, as HB3009 does.",
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
                            runAsUser: [|1654|]

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
                            runAsUser: 10001

                """),
        ],
    };
}
