namespace HardenBuild.Rules.Tool;

/// <summary>A baseline holds a finding that is gone.</summary>
internal sealed class StaleBaselineEntry() : ToolRule("HB0013", RuleSeverity.Suggestion)
{
    public static StaleBaselineEntry Instance { get; } = new();

    internal override RuleReach Reach => RuleReach.Repository;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(StaleBaselineEntry),
        Title = "Baseline holds a finding that is gone",
        MessageFormat = "'{0}' is not reported in '{1}' any more, so this entry of the baseline hides nothing; remove it, or write the baseline anew with 'hardenbuild baseline'",
        Rationale = "An entry that outlives its finding hides the same mistake when somebody makes it again. "
            + "Entries of files that were not part of the scan, and of rules that are off, are not reported.",
        WhenToIgnore = "While a branch is being prepared that brings the finding back for a while.",
        CatalogueSlugs = ["stale-baseline-entry"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1164)],
        // An example would need a file that is no input.
        Violations = [],
        Fixed = [],
    };
}
