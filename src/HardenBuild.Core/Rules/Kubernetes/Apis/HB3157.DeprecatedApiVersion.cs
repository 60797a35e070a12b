using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Apis;

namespace HardenBuild.Rules.Kubernetes.Apis;

/// <summary>An API version that clusters will stop serving.</summary>
internal sealed class DeprecatedApiVersion() : ManifestRule("HB3157", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        var version = ClusterOptions.Version(manifest.Options, this);
        if (RemovedApis.Find(manifest.ApiVersion.Value, manifest.Kind.Value) is { } removed)
        {
            if (version < KubernetesVersion.Parse(removed.RemovedIn))
                yield return Old(manifest, $"is refused by Kubernetes {removed.RemovedIn} and later", removed.Replacement ?? "the labels of Pod Security Admission");
        }
        else if (DeprecatedApis.Find(manifest.ApiVersion.Value, manifest.Kind.Value) is { } deprecated && !(version < KubernetesVersion.Parse(deprecated.Since)))
        {
            // Nobody knows yet which release removes it.
            yield return Old(manifest, $"is deprecated since Kubernetes {deprecated.Since}", deprecated.Replacement) with { AtMost = RuleSeverity.Suggestion };
        }
    }

    private Finding Old(KubernetesObject manifest, string what, string replacement) =>
        Report(manifest.ApiVersion.Location, manifest.ApiVersion.Value, manifest.Kind.Value, what, replacement) with { LogicalPath = manifest.LogicalPath };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DeprecatedApiVersion),
        Title = "API version is deprecated",
        MessageFormat = "'{1}' of '{0}' {2}; use '{3}' before the cluster is upgraded",
        Rationale =
            "The cluster that 'hardenbuild.kube_version' names still serves the version and the next upgrades do not. What is "
            + "written now is accepted until then and fails at once afterwards.",
        WhenToIgnore = "When the cluster is never upgraded.",
        CatalogueSlugs = ["deprecated-api-version"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(477), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Aliases = ["trivy:KSV-0107", "kube-score:stable-version", "kics:Object Is Using A Deprecated API Version"],
        ComparedWith =
            "What the target version no longer serves is HB3156; without 'hardenbuild.kube_version' clusters are taken for "
            + "current, so that all of it is. What no release has removed yet is only a suggestion.",
        Options = [ClusterOptions.DescribeVersion()],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: [|policy/v1beta1|]
                kind: PodDisruptionBudget
                metadata:
                  name: api

                """) { Beside = [new(".editorconfig", "[*]\nhardenbuild.kube_version = 1.24\n")] },
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: api

                """),
        ],
    };
}
