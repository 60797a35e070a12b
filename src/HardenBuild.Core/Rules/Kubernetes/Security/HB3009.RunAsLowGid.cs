using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>No group, or one that may belong to a group of the node.</summary>
internal sealed class RunAsLowGid() : WorkloadRule("HB3009", RuleSeverity.None, RuleSeverity.None)
{
    private const string MinimumGid = "minimum_gid";
    private const long DefaultMinimum = 10_000;

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (!workload.Pod.IsLinux || workload.Pod.HostUsers.Is(false))
            yield break;
        var minimum = workload.Object.Options.Number(this, MinimumGid, DefaultMinimum);
        var gaps = new List<Container>();
        foreach (var container in workload.Containers)
        {
            var group = container.Security.RunAsGroup;
            if (group.IsAbsent)
                gaps.Add(container);
            else if (group.Known is { } known && known.Value <= minimum)
                yield return ReportContainer(workload, container, known.Location, container.DisplayName);
        }

        foreach (var finding in ReportGap(workload, gaps))
            yield return finding;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RunAsLowGid),
        Title = "Container runs with a low group number",
        MessageFormat =
            "The group of container '{0}' may be one of the node's, or root's where the image says nothing; set 'runAsGroup' to a "
            + "number above 10000",
        Rationale =
            "Without user namespaces a group in a container is the group with the same number on the node. Where the field is "
            + "absent, the image's group holds, which is 0 for most.",
        WhenToIgnore = "When images rely on group 0, as on OpenShift; the rule is off by default.",
        CatalogueSlugs = ["run-as-low-gid"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["trivy:KSV-0021", "kube-score:container-security-context-user-group-id", "kubesec:RunAsGroup"],
        Options = [new RuleOption(MinimumGid, "10000", "The highest number of a group that is reported.")],
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
                            runAsGroup: [|1000|]

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
                            runAsGroup: 10001

                """),
        ],
    };
}
