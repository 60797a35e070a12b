using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Resources;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Resources;

/// <summary>A request above its limit, or an amount beyond the configured bounds.</summary>
internal sealed class ResourceValueOutOfBounds() : WorkloadRule("HB3088", RuleSeverity.None, RuleSeverity.None)
{
    private static readonly string[] s_resources = [ContainerResources.Cpu, ContainerResources.Memory];

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            foreach (var resource in s_resources)
            {
                var (request, limit) = (container.Resources.OwnRequest(resource).Known, container.Resources.Limit(resource).Known);
                if (request is { } reserved && limit is { } most && reserved.Value > most.Value)
                    yield return Reported(workload, container, reserved, resource, "is above its limit, which the API server refuses");
                else if (limit is { } upper && Bound(workload, $"max_{resource}") is { } maximum && upper.Value > maximum)
                    yield return Reported(workload, container, upper, resource, "is more than the configuration allows");
                else if (request is { } lower && Bound(workload, $"min_{resource}") is { } minimum && lower.Value < minimum)
                    yield return Reported(workload, container, lower, resource, "is less than the configuration asks for");
            }
        }
    }

    private decimal? Bound(Workload workload, string option) => workload.Object.Options.Find(this, option) is { } text ? Quantity.Parse(text) : null;

    private Finding Reported(Workload workload, Container container, Located<decimal> amount, string resource, string problem) =>
        ReportContainer(workload, container, amount.Location, amount.Location.Source.Substring(amount.Location.Span), resource, container.DisplayName, problem);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ResourceValueOutOfBounds),
        Title = "Amount of a resource is out of bounds",
        MessageFormat = "'{0}' of {1} in container '{2}' {3}; correct the amount",
        Rationale =
            "The API server refuses a request above its limit. Bounds of your own keep a typing error, such as '10Gi' for '1Gi', "
            + "from reserving a whole node.",
        WhenToIgnore = "When a single workload needs more than the bounds allow.",
        CatalogueSlugs = ["resource-value-out-of-bounds"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(770), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubeaudit:LimitsCPUExceeded", "kubeaudit:LimitsMemoryExceeded"],
        Options =
        [
            new RuleOption("max_cpu", "", "The highest limit of CPU, as a quantity such as '2'"),
            new RuleOption("max_memory", "", "The highest limit of memory, as a quantity such as '4Gi'"),
            new RuleOption("min_cpu", "", "The lowest request of CPU"),
            new RuleOption("min_memory", "", "The lowest request of memory"),
        ],
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
                              memory: [|1Gi|]
                            limits:
                              memory: 512Mi

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
                              memory: 512Mi
                            limits:
                              memory: 512Mi

                """),
        ],
    };
}
