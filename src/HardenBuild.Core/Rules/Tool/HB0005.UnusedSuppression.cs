namespace HardenBuild.Rules.Tool;

/// <summary>A comment silences a finding that does not exist.</summary>
internal sealed class UnusedSuppression() : ToolRule("HB0005", RuleSeverity.Suggestion)
{
    public static UnusedSuppression Instance { get; } = new();

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(UnusedSuppression),
        Title = "Suppression silences nothing",
        MessageFormat = "Nothing here is reported as '{0}', so the suppression has no effect; remove it",
        Rationale = "A suppression that outlives its finding silences the next one, which nobody has looked at. "
            + "Suppressions of rules that are off, or that were not part of the scan, are not reported.",
        WhenToIgnore = "Where the same file is also scanned with another mode or version that reports the finding.",
        CatalogueSlugs = ["unused-suppression"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1164)],
        Related = ["kubeaudit:RedundantAuditorOverride"],
        Violations = [new("Dockerfile", "# hardenbuild:disable=[|HB0002|] -- builder of the old CI\nFROM alpine:3.22\n")],
        Fixed = [new("Dockerfile", "FROM alpine:3.22\n")],
    };
}
