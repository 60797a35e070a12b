using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>A policy about repositories that allows longer names too.</summary>
internal sealed class GatekeeperRepoPrefixAmbiguous() : ManifestRule("HB3081", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.Kind.Value != "K8sAllowedRepos" || manifest.ApiGroup != "constraints.gatekeeper.sh")
            yield break;
        foreach (var prefix in new ManifestFields(manifest.Root["spec"]).Object("parameters").Texts("repos").Items)
        {
            if (IsAmbiguous(prefix.Value))
                yield return Report(prefix.Location, prefix.Value) with { LogicalPath = manifest.LogicalPath };
        }
    }

    /// <summary>The end of a registry, or of an organisation on Docker Hub, is not marked.</summary>
    private static bool IsAmbiguous(string prefix)
    {
        if (prefix.Length == 0 || prefix[prefix.Length - 1] == '/' || prefix.Contains('*'))
            return false;
        var slash = prefix.IndexOf('/');
        if (slash < 0)
            return !prefix.Contains(':');
        return prefix.StartsWith("docker.io/", StringComparison.Ordinal) && prefix.IndexOf('/', slash + 1) < 0 && !prefix.Contains(':') && !prefix.Contains('@');
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(GatekeeperRepoPrefixAmbiguous),
        Title = "Allowed repository is the beginning of others too",
        MessageFormat = "'{0}' also allows every registry or organisation whose name begins with it, which anyone can set up; end it with '/'",
        Rationale =
            "Gatekeeper compares the beginning of the image's name. With 'registry.example.com' allowed, "
            + "'registry.example.com.evil.org/api' is allowed as well.",
        WhenToIgnore = "When the policy is a copy that Gatekeeper does not read.",
        CatalogueSlugs = ["gatekeeper-repo-prefix-ambiguous"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(625), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases = ["trivy:KSV-0124"],
        Violations =
        [
            new("constraint.yaml", """
                apiVersion: constraints.gatekeeper.sh/v1beta1
                kind: K8sAllowedRepos
                metadata:
                  name: repos
                spec:
                  parameters:
                    repos:
                      - [|registry.example.com|]

                """),
        ],
        Fixed =
        [
            new("constraint.yaml", """
                apiVersion: constraints.gatekeeper.sh/v1beta1
                kind: K8sAllowedRepos
                metadata:
                  name: repos
                spec:
                  parameters:
                    repos:
                      - registry.example.com/
                      - docker.io/library/redis:8.2

                """),
        ],
    };
}
