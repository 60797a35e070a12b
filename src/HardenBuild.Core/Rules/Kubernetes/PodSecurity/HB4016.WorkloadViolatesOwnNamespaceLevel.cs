using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary>Pods that the level of their namespace, or the target level, forbids.</summary>
internal sealed class WorkloadViolatesOwnNamespaceLevel() : ManifestSetRule("HB4016", RuleSeverity.Error, RuleSeverity.Error)
{
    private const string TargetLevel = "target_level";

    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            var demands = Demands(set, workload);
            if (demands.Count > 0 && FirstViolated(workload, demands) is { } finding)
                yield return finding;
        }
    }

    /// <summary>What refuses the pods comes first, then what only warns; of two that are alike the stricter.</summary>
    private List<LevelDemand> Demands(ManifestSet set, Workload workload)
    {
        var demands = new List<LevelDemand>();
        if (workload.Object.Options.Find(this, TargetLevel) is { } target && PodSecurityLevels.Parse(target.Trim()) is { } level)
            demands.Add(new LevelDemand(level, PodSecurityVersion.Latest, null, "The target level of the project refuses", RuleSeverity.Error));
        if (workload.Object.Namespace.Known is { } name
            && set.Resolve("Namespace", Setting<string>.Absent, name.Value, workload.Object) is { } @namespace
            && NamespaceLevels.Of(@namespace) is { } levels)
        {
            Add(levels.Enforce, levels.EnforceVersion, $"Namespace '{name.Value}' refuses", RuleSeverity.Error);
            Add(levels.Warn, levels.WarnVersion, $"Namespace '{name.Value}' warns of", RuleSeverity.Warning);
            Add(levels.Audit, levels.AuditVersion, $"Namespace '{name.Value}' records", RuleSeverity.Warning);
        }

        return [.. demands.OrderByDescending(static demand => (demand.AtMost, demand.Level))];

        void Add(Setting<string> label, Setting<string> version, string verdict, RuleSeverity atMost)
        {
            if (label.Known is { } known && PodSecurityLevels.Parse(known.Value) is { } level && VersionOf(version) is { } since)
                demands.Add(new LevelDemand(level, since, known.Location, verdict, atMost));
        }
    }

    private static PodSecurityVersion? VersionOf(Setting<string> label) =>
        label.IsAbsent ? PodSecurityVersion.Latest : label.Known is { } known ? PodSecurityVersion.Parse(known.Value) : null;

    private Finding? FirstViolated(Workload workload, List<LevelDemand> demands)
    {
        foreach (var demand in demands)
        {
            var violations = PodSecurityStandard.WithoutRepeated(PodSecurityStandard.Evaluate(workload.Pod, demand.Level, demand.Version));
            if (violations.IsEmpty)
                continue;
            var related = violations.Select(static violation => new RelatedLocation(violation.Location, PodSecurityMessage.Describe(violation)));
            if (demand.Label is { } label)
                related = related.Prepend(new RelatedLocation(label, "The namespace sets the level here"));
            return Report(workload.Object.NameLocation, demand.Verdict, workload.LogicalPath, PodSecurityMessage.Compose(demand.Level, demand.Version, violations)) with
            {
                LogicalPath = workload.LogicalPath,
                Related = [.. related],
                AtMost = demand.AtMost,
            };
        }

        return null;
    }

    /// <summary>A level that something asks of the pods.</summary>
    private sealed record LevelDemand(PodSecurityLevel Level, PodSecurityVersion Version, SourceLocation? Label, string Verdict, RuleSeverity AtMost);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WorkloadViolatesOwnNamespaceLevel),
        Title = "Namespace refuses the pods of the workload",
        MessageFormat = "{0} the pods of '{1}': {2}",
        Rationale =
            "A namespace with the label 'pod-security.kubernetes.io/enforce' creates no pod that breaks its level. A Deployment is "
            + "accepted nevertheless and then waits for pods for ever, so that the mistake shows only in the events of its "
            + "ReplicaSet. The labels 'warn' and 'audit' only say what would be refused.",
        WhenToIgnore =
            "When the level is raised in the cluster only after the workload was changed; lower the label in the repository until "
            + "then.",
        CatalogueSlugs = ["workload-violates-own-namespace-level"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(1188),
            RuleReference.PodSecurity("baseline", "all controls"),
            RuleReference.PodSecurity("restricted", "all controls"),
            RuleReference.OwaspKubernetes("K04:2022"),
            RuleReference.OwaspKubernetes("K04:2025"),
        ],
        Options = [new RuleOption(TargetLevel, "", "A level that every pod must meet, whatever its namespace says: 'baseline' or 'restricted'.")],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: restricted
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: [|api|]
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: restricted
                ---
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
                          securityContext:
                            runAsNonRoot: true
                            allowPrivilegeEscalation: false
                            capabilities:
                              drop: [ALL]
                            seccompProfile:
                              type: RuntimeDefault

                """),
        ],
    };
}
