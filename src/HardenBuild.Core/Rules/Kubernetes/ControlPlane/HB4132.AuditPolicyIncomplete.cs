using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Audit policy misses what matters or logs secrets.</summary>
internal sealed class AuditPolicyIncomplete() : ManifestRule("HB4132", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    private static readonly (string Group, string Resource)[] Confidential =
        [("", "secrets"), ("", "configmaps"), ("authentication.k8s.io", "tokenreviews")];

    private static readonly (string Group, string Resource)[] Important =
    [
        .. Confidential, ("", "pods"), ("apps", "deployments"), ("", "pods/exec"), ("", "pods/portforward"), ("", "pods/proxy"), ("", "services/proxy"),
    ];

    public override IEnumerable<Finding> Analyze(KubernetesObject manifest) =>
        AuditPolicy.From(manifest) is { } policy ? Analyze(manifest, policy) : [];

    private IEnumerable<Finding> Analyze(KubernetesObject manifest, AuditPolicy policy)
    {
        var location = manifest.Root.Find("rules")?.KeyLocation ?? manifest.Kind.Location;
        var missing = Important.Where(subject => !policy.Logs(subject.Group, subject.Resource)).Select(static subject => $"'{subject.Resource}'").ToList();
        if (missing.Count > 0)
            yield return Report(location, "keeps no record of " + string.Join(", ", missing), "add a rule with 'level: Metadata' for them") with { LogicalPath = manifest.LogicalPath };

        var decided = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in policy.Rules)
        {
            var written = Confidential.Where(subject => !decided.Contains(subject.Resource) && rule.Covers(subject.Group, subject.Resource)).Select(static subject => subject.Resource).ToList();
            if (!rule.IsRestricted)
                decided.UnionWith(written);
            if (written.Count > 0 && rule is { LogsContents: true, Level.Known: { } level })
            {
                yield return Report(level.Location, $"writes the contents of {string.Join(", ", written.Select(static name => $"'{name}'"))} into the log", "log them with 'level: Metadata' in an earlier rule") with
                {
                    LogicalPath = manifest.LogicalPath,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AuditPolicyIncomplete),
        Title = "Audit policy misses what matters or logs secrets",
        MessageFormat = "The audit policy {0}; {1}",
        Rationale =
            "A log that leaves out who changed pods or opened a shell in one is of no help after an intrusion. One that holds the "
            + "contents of Secrets is a second copy of every password, in a place that many people read.",
        WhenToIgnore = "When another policy or log covers the missing part.",
        CatalogueSlugs = ["audit-policy-incomplete"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(778),
            RuleReference.CisKubernetes("3.2.2"),
            RuleReference.OwaspKubernetes("K05:2022"),
            RuleReference.OwaspKubernetes("K10:2025"),
        ],
        Aliases = ["kubescape:C-0161", "kics:Audit Policy Not Cover Key Security Concerns"],
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: audit.k8s.io/v1
                kind: Policy
                rules:
                  - level: [|RequestResponse|]

                """),
            new("manifest.yaml", """
                apiVersion: audit.k8s.io/v1
                kind: Policy
                [|rules|]:
                  - level: Metadata
                    resources:
                      - group: ""
                        resources: [secrets, configmaps]

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: audit.k8s.io/v1
                kind: Policy
                rules:
                  - level: Metadata

                """),
        ],
    };
}
