using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.PodSecurity;

/// <summary>A namespace whose level is lower than it was or could be.</summary>
internal sealed class NamespacePodSecurityLowered() : ManifestSetRule("HB4181", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        var workloads = new NamespaceWorkloads(set);
        foreach (var same in set.OfKind("", "Namespace").Where(static manifest => manifest.Name.Known is not null).GroupBy(static manifest => manifest.Name.Known!.Value.Value))
        {
            var levels = same.Select(NamespaceLevels.Of).OfType<NamespaceLevels>().Where(static level => level.EnforcedLevel is not null).ToList();
            if (levels.Count == 0)
                continue;
            var strictest = levels.OrderByDescending(static level => level.EnforcedLevel).First();
            foreach (var level in levels)
            {
                if (level.EnforcedLevel < strictest.EnforcedLevel)
                    yield return Lowered(level, strictest);
                else if (IsLowerThanItCouldBe(level, out var announced) && workloads.StrictestLevel(level.Namespace) == PodSecurityLevel.Restricted)
                    yield return Lower(level, announced, "the label beside it announces 'restricted', which all pods in the namespace meet already");
            }
        }
    }

    // 'baseline' below a warning of 'restricted' is how a level is raised step by step; two steps are not.
    private static bool IsLowerThanItCouldBe(NamespaceLevels levels, out SourceLocation announced)
    {
        var label = levels.Warn.Is("restricted") ? levels.Warn : levels.Audit;
        announced = label.Known?.Location ?? levels.Namespace.NameLocation;
        return levels.EnforcedLevel == PodSecurityLevel.Privileged && label.Is("restricted");
    }

    private Finding Lowered(NamespaceLevels level, NamespaceLevels strictest)
    {
        var finding = Lower(level, strictest.Enforce.Known!.Value.Location, $"'{strictest.Namespace.Path}' enforces '{strictest.Enforce.Known!.Value.Value}' for the same namespace");
        return IsForDevelopment(level.Namespace.Path) ? finding with { AtMost = RuleSeverity.Suggestion } : finding;
    }

    private Finding Lower(NamespaceLevels level, SourceLocation stronger, string reason) =>
        Report(level.Enforce.Known!.Value.Location, level.Enforce.Known!.Value.Value, level.Namespace.LogicalPath, reason) with
        {
            LogicalPath = level.Namespace.LogicalPath,
            Related = [new RelatedLocation(stronger, "The stronger level")],
        };

    private static bool IsForDevelopment(string path)
    {
        foreach (var folder in path.Split('/', '-', '.', '_'))
        {
            if (folder is "dev" or "development" or "test" or "tests" or "testing" or "kind" or "local" or "minikube" or "e2e" or "ci")
                return true;
        }

        return false;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NamespacePodSecurityLowered),
        Title = "Namespace enforces a lower Pod Security Standard than elsewhere",
        MessageFormat = "The level '{0}' lets pods into '{1}' that a stronger one refuses: {2}; raise the label",
        Rationale =
            "Whichever definition is applied last wins, so that a weaker copy of a namespace in another folder takes the protection "
            + "away that the first one promises. A level below what the pods already meet protects from nothing and costs nothing to "
            + "raise.",
        WhenToIgnore =
            "When the definitions are for different clusters; those whose path says that they are for development or tests are only "
            + "suggestions.",
        CatalogueSlugs = ["namespace-pod-security-lowered"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1188), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Violations =
        [
            new("namespaces.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: restricted
                ---
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: [|privileged|]

                """),
        ],
        Fixed =
        [
            new("namespace.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    pod-security.kubernetes.io/enforce: restricted

                """),
        ],
    };
}
