using System.Globalization;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Availability;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A workload with one or two pods.</summary>
internal sealed class FewerThanThreeReplicas() : ManifestRule("HB3172", RuleSeverity.None, RuleSeverity.None)
{
    private const int Minimum = 3;

    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        var replicas = AvailabilityObjects.ReplicasOf(manifest);
        var count = replicas.Known?.Value ?? 1;
        if (AvailabilityObjects.HasReplicas(manifest) && !replicas.IsUnknown && count is > 0 and < Minimum)
        {
            var pods = count == 1 ? "one pod" : count.ToString(CultureInfo.InvariantCulture) + " pods";
            yield return Report(replicas.Known?.Location ?? manifest.NameLocation, manifest.LogicalPath, pods) with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(FewerThanThreeReplicas),
        Title = "Workload has fewer than three pods",
        MessageFormat =
            "'{0}' runs {1}, so that one zone or node in maintenance and a second one that fails leave none; set 'replicas: 3' or "
            + "more",
        Rationale =
            "With three pods over three zones one may be drained while another fails. This is the strict form of HB3111, for "
            + "clusters that promise so much; whether an autoscaler adds pods makes no difference to it.",
        WhenToIgnore = "When two pods are enough, or the workload may pause; the rule is off by default.",
        CatalogueSlugs = ["fewer-than-three-replicas"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:minimum-three-replicas"],
        ComparedWith = "kube-linter also reports workloads that are parked with no pod.",
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  replicas: [|2|]
                  selector:
                    matchLabels:
                      app: api
                  template:
                    metadata:
                      labels:
                        app: api
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
                  replicas: 3
                  selector:
                    matchLabels:
                      app: api
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
