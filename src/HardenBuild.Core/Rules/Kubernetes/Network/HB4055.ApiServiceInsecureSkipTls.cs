using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>An API whose server is not checked.</summary>
internal sealed class ApiServiceInsecureSkipTls() : ManifestRule("HB4055", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest is { ApiGroup: "apiregistration.k8s.io", Kind.Value: "APIService" } && new ManifestFields(manifest.Root["spec"]).Boolean("insecureSkipTLSVerify").Known is { Value: true } skipped)
            yield return Report(skipped.Location, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiServiceInsecureSkipTls),
        Title = "API server does not check who serves the API",
        MessageFormat = "'{0}' is served by whoever answers, as 'insecureSkipTLSVerify' is on; set 'caBundle' instead",
        Rationale =
            "The API server passes requests with the name of their user on to this service. Without the check anybody in the "
            + "cluster's network may answer in its place.",
        WhenToIgnore = "When the cluster is for development only.",
        CatalogueSlugs = ["api-service-insecure-skip-tls"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(295), RuleReference.OwaspKubernetes("K06:2022"), RuleReference.OwaspKubernetes("K09:2025")],
        Violations =
        [
            new("network.yaml", """
                apiVersion: apiregistration.k8s.io/v1
                kind: APIService
                metadata:
                  name: v1beta1.metrics.k8s.io
                spec:
                  insecureSkipTLSVerify: [|true|]

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
                apiVersion: apiregistration.k8s.io/v1
                kind: APIService
                metadata:
                  name: v1beta1.metrics.k8s.io
                spec:
                  insecureSkipTLSVerify: false

                """),
        ],
    };
}
