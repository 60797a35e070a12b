using HardenBuild.Model.Kubernetes;
using System.Globalization;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>A user number that may belong to a user of the node.</summary>
internal sealed class RunAsLowUid() : WorkloadRule("HB3008", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    private const string MinimumUid = "minimum_uid";
    private const long DefaultMinimum = 1000;

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (!workload.Pod.IsLinux || workload.Pod.HostUsers.Is(false))
            yield break;
        var minimum = workload.Object.Options.Number(this, MinimumUid, DefaultMinimum);
        foreach (var container in workload.Containers)
        {
            if (container.Security.RunAsUser.Known is { Value: > 0 } user && user.Value < minimum && !IsOfImage(user.Value))
                yield return ReportContainer(workload, container, user.Location, user.Value.ToString(CultureInfo.InvariantCulture), container.DisplayName);
        }
    }

    // Users that common images bring along: nginx, redis and postgres, .NET, distroless, nobody.
    private static bool IsOfImage(long user) => user is 101 or 999 or 1654 or 65532 or 65534;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RunAsLowUid),
        Title = "Container runs as a system user of the node",
        MessageFormat =
            "User {0} of container '{1}' has the number of a system account on most nodes, whose files it may use once it gets out; "
            + "choose a number of 10000 or more",
        Rationale =
            "Unless user namespaces are on, a user in a container is the user with the same number on the node. Numbers below 1000 "
            + "belong to system accounts there. A number that nobody has gives a process that escapes nothing.",
        WhenToIgnore =
            "When the image was made for this user and cannot run as another. Users that common images bring along, such as 101, "
            + "999, 1654, 65532 and 65534, are not reported.",
        CatalogueSlugs = ["run-as-low-uid"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kics:Container Running With Low UID"],
        Related = ["trivy:KSV-0020", "checkov:CKV_K8S_40", "kube-score:container-security-context-user-group-id", "kubesec:RunAsUser"],
        Options = [new RuleOption(MinimumUid, "1000", "The lowest number of a user that is not reported.")],
        ComparedWith =
            "The peers ask for 10000 or more and report every container without a user as well; HB3159 does the same for those who "
            + "want that.",
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
                            runAsUser: [|33|]

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
                            runAsUser: 1654

                """),
        ],
    };
}
