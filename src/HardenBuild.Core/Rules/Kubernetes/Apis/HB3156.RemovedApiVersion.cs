using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Apis;

namespace HardenBuild.Rules.Kubernetes.Apis;

/// <summary>An API version that clusters stopped serving.</summary>
internal sealed class RemovedApiVersion() : ManifestRule("HB3156", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (RemovedApis.Find(manifest.ApiVersion.Value, manifest.Kind.Value) is not { } removed)
            yield break;
        // A version that the table does not know yet has lost all that the table knows of.
        if (ClusterOptions.Version(manifest.Options, this) < KubernetesVersion.Parse(removed.RemovedIn))
            yield break;
        yield return Report(manifest.ApiVersion.Location, manifest.ApiVersion.Value, manifest.Kind.Value, removed.RemovedIn, Advice(manifest.Kind.Value, removed))
            with
        { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RemovedApiVersion),
        Title = "API version was removed from Kubernetes",
        MessageFormat = "Kubernetes {2} and later refuse '{1}' of '{0}'; {3}",
        Rationale = "The API server answers such an object with an error, so that a deployment fails half-way. "
            + "A PodSecurityPolicy is worse: where it is skipped, the protection that its authors rely on is gone without a word; "
            + "since Kubernetes 1.25 the labels of Pod Security Admission on the namespace take its place.",
        WhenToIgnore = "When the manifest is kept for a cluster older than the version in the message; 'hardenbuild.kube_version' says so for all of them.",
        CatalogueSlugs = ["removed-api-version"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(477), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Aliases = ["trivy:KSV-0107", "kube-linter:no-extensions-v1beta", "kube-score:stable-version", "kubeaudit:DeprecatedAPIUsed"],
        Options = [ClusterOptions.DescribeVersion()],
        ComparedWith = "The peers also report versions that are only deprecated, which are HB3157's, or only one group.",
        Violations =
        [
            new("policy.yaml", """
                apiVersion: [|policy/v1beta1|]
                kind: PodSecurityPolicy
                metadata:
                  name: restricted
                spec:
                  privileged: false

                """),
            new("cronjob.yaml", """
                apiVersion: [|batch/v1beta1|]
                kind: CronJob
                metadata:
                  name: cleanup

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

    private static string Advice(string kind, RemovedApi removed) => kind == "PodSecurityPolicy"
        ? "label the namespaces with 'pod-security.kubernetes.io/enforce' instead"
        : $"use '{removed.Replacement}' and check the fields that changed";
}
