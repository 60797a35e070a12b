namespace HardenBuild.Rules.Tool;

/// <summary>A comment or annotation silences a finding that does not exist.</summary>
internal sealed class UnusedSuppression() : ToolRule("HB0005", RuleSeverity.Suggestion)
{
    public static UnusedSuppression Instance { get; } = new();

    internal override RuleReach Reach => RuleReach.Repository;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(UnusedSuppression),
        Title = "Suppression silences nothing",
        MessageFormat = "Nothing here is reported as '{0}', so the suppression has no effect; {1}",
        Rationale = "A suppression that outlives its finding silences the next one, which nobody has looked at. "
            + "Suppressions of rules that are off, or that were not part of the scan, are not reported. "
            + "Comments and annotations to other tools are reported once a file and tool and never louder than a suggestion, because the other tool may still need them.",
        WhenToIgnore = "Where the same file is also scanned with another mode or version that reports the finding.",
        CatalogueSlugs = ["unused-suppression"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1164)],
        Related = ["kubeaudit:RedundantAuditorOverride"],
        Options =
        [
            new("peer_suppressions", "true", "Whether comments, annotations and labels to other tools silence our findings too; or the tools, separated by commas: buildkit, checkov, hadolint, kics, kube-linter, kube-score, kubeaudit, polaris, semgrep, sonar, trivy."),
        ],
        Violations = [new("Dockerfile", "# hardenbuild:disable=[|HB0002|] -- builder of the old CI\nFROM alpine:3.22\n")],
        Fixed = [new("Dockerfile", "FROM alpine:3.22\n")],
    };
}
