using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Availability;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A workload with a single pod.</summary>
internal sealed class TooFewReplicas() : ManifestSetRule("HB3111", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    private const string Minimum = "minimum";
    private const int DefaultMinimum = 2;

    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (!AvailabilityObjects.HasReplicas(workload) || set.Availability.IsScaled(workload) != Answer.No || IsSingleton(workload))
                continue;
            var replicas = AvailabilityObjects.ReplicasOf(workload);
            var count = replicas.Known?.Value ?? 1;
            var wanted = workload.Object.Options.Number(this, Minimum, DefaultMinimum);
            if (!replicas.IsUnknown && count > 0 && count < wanted)
            {
                yield return Report(AvailabilityObjects.ReplicasLocation(workload), workload.LogicalPath, count == 1 ? "one pod" : count.ToString(CultureInfo.InvariantCulture) + " pods") with
                {
                    LogicalPath = workload.LogicalPath,
                };
            }
        }
    }

    // Whoever stops the old pod before the new one starts has a reason to run just one.
    private static bool IsSingleton(Workload workload) => !new ManifestFields(workload.Object.Root["spec"]).Object("strategy").Text("type").IsAbsentOr("RollingUpdate");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(TooFewReplicas),
        Title = "Workload has a single pod",
        MessageFormat = "'{0}' runs {1}, so each restart, update or drained node is an outage; set 'replicas: 2' or more",
        Rationale = "Kubernetes moves pods whenever a node is updated or fails. With one pod nobody answers in the meantime.",
        WhenToIgnore = "When the workload may pause, holds a lock or a disk that only one pod can have, or is for development.",
        CatalogueSlugs = ["too-few-replicas"],
        RollsUpCharts = true,
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-score:deployment-replicas", "polaris:deploymentMissingReplicas"],
        Related = ["kube-linter:minimum-three-replicas"],
        ComparedWith =
            "kube-linter asks for three, as HB3172 does; 'minimum' sets the number. Workloads that an autoscaler of the repository scales, that "
            + "are parked with no pod or that stop the old pod first are left out.",
        Options = [new RuleOption(Minimum, "2", "The number of pods that a workload must have")],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  replicas: [|1|]
                  template:
                    spec:
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
                  namespace: shop
                spec:
                  replicas: 2
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
