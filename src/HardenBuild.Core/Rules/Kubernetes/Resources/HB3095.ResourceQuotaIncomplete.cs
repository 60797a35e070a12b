using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Resources;

/// <summary>A ResourceQuota without all four amounts.</summary>
internal sealed class ResourceQuotaIncomplete() : ManifestRule("HB3095", RuleSeverity.None, RuleSeverity.None)
{
    private static readonly string[] s_amounts = ["requests.cpu", "requests.memory", "limits.cpu", "limits.memory"];

    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.ApiGroup.Length > 0 || manifest.Kind.Value != "ResourceQuota")
            yield break;
        var spec = new ManifestFields(manifest.Root["spec"]);
        var hard = spec.Object("hard");
        if (hard.IsUnknown || !spec.Object("scopeSelector").IsAbsent || spec.Texts("scopes").Items.Length > 0)
            yield break;
        var missing = s_amounts.Where(amount => hard.Text(amount).IsAbsent).ToList();
        if (missing.Count > 0)
            yield return Report(manifest.NameLocation, manifest.LogicalPath, string.Join(", ", missing)) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ResourceQuotaIncomplete),
        Title = "Resource quota leaves amounts open",
        MessageFormat = "'{0}' does not bound '{1}' for the namespace; add it to 'spec.hard'",
        Rationale =
            "A quota bounds what one team can take from the others. What it does not name is unbounded. The rule is off by "
            + "default.",
        WhenToIgnore = "When the quota is about the number of objects only.",
        CatalogueSlugs = ["resource-quota-incomplete"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(770), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["trivy:KSV-0040"],
        Related = ["kics:Pod or Container Without ResourceQuota"],
        Violations =
        [
            new("quota.yaml", """
                apiVersion: v1
                kind: ResourceQuota
                metadata:
                  name: [|quota|]
                  namespace: shop
                spec:
                  hard:
                    requests.cpu: '4'

                """),
        ],
        Fixed =
        [
            new("quota.yaml", """
                apiVersion: v1
                kind: ResourceQuota
                metadata:
                  name: quota
                  namespace: shop
                spec:
                  hard:
                    requests.cpu: '4'
                    requests.memory: 8Gi
                    limits.cpu: '8'
                    limits.memory: 8Gi

                """),
        ],
    };
}
