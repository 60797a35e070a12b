using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A StatefulSet of a repository without Services.</summary>
internal sealed class StatefulsetServiceOutOfSight() : ManifestSetRule("HB3179", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (workload.Object is not { ApiGroup: "apps", Kind.Value: "StatefulSet" } manifest || new ManifestFields(manifest.Root["spec"]).Text("serviceName").Known is not { Value.Length: > 0 } name)
                continue;
            if (set.Network.IsServiceOutOfSight(manifest, manifest.Namespace, name.Value))
                yield return Report(name.Location, workload.LogicalPath, name.Value) with { LogicalPath = workload.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(StatefulsetServiceOutOfSight),
        Title = "Stateful set names a Service that is not in the repository",
        MessageFormat =
            "'{0}' names the Service '{1}', which is defined in none of the files; define it with 'clusterIP: None', or correct "
            + "the name",
        Rationale =
            "The pods of a stateful set have no stable names without the Service. The strict form of HB3138, which is silent where "
            + "nothing of the kind lies beside it: in most repositories it is defined elsewhere.",
        WhenToIgnore = "When the repository holds only a part of what is deployed; the rule is off by default.",
        CatalogueSlugs = ["statefulset-service-out-of-sight"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [],
        Aliases = ["kube-score:statefulset-has-servicename"],
        Violations =
        [
            new("statefulset.yaml", """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: db
                  namespace: shop
                spec:
                  serviceName: [|db|]
                  template:
                    spec:
                      containers:
                        - name: db
                          image: registry.example.com/db:1.4.2

                """),
        ],
        Fixed =
        [
            new("statefulset.yaml", """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: db
                  namespace: shop
                spec:
                  serviceName: db
                  template:
                    spec:
                      containers:
                        - name: db
                          image: registry.example.com/db:1.4.2
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: db
                  namespace: shop
                spec:
                  clusterIP: None
                  selector:
                    app: db
                  ports:
                    - port: 5432

                """),
        ],
    };
}
