using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Resources;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Resources;

/// <summary>CPU requests that differ from their limits.</summary>
internal sealed class CpuRequestNotEqualLimit() : WorkloadRule("HB3092", RuleSeverity.None, RuleSeverity.None)
{
    private static readonly string[] s_resources = [ContainerResources.Cpu];

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            foreach (var resource in s_resources)
            {
                if (container.Resources.OwnRequest(resource).Known is { } request && container.Resources.Limit(resource).Known is { } limit && request.Value != limit.Value)
                    yield return ReportContainer(workload, container, request.Location, TextOf(request.Location), TextOf(limit.Location), container.DisplayName);
            }
        }
    }

    private static string TextOf(SourceLocation location) => location.Source.Substring(location.Span).Trim('"', '\'');

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CpuRequestNotEqualLimit),
        Title = "CPU reserved differs from its limit",
        MessageFormat =
            "'{0}' is reserved but '{1}' is allowed for container '{2}'; set both to the same amount for guaranteed quality of "
            + "service",
        Rationale =
            "Only pods whose requests equal their limits are guaranteed: they are evicted last and get what they count on. The "
            + "rule is off by default, as most services are fine with less.",
        WhenToIgnore = "When the container may use more than it reserves, on purpose.",
        CatalogueSlugs = ["cpu-request-not-equal-limit"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:container-cpu-requests-equal-limits", "kics:Container CPU Requests Not Equal Limits"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          resources:
                            requests:
                              cpu: [|100m|]
                            limits:
                              cpu: "1"

                """),
        ],
        Fixed =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          resources:
                            requests:
                              cpu: "1"
                            limits:
                              cpu: "1"

                """),
        ],
    };
}
