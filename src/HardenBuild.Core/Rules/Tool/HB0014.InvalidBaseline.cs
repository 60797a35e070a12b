namespace HardenBuild.Rules.Tool;

/// <summary>A baseline that cannot be read as one.</summary>
internal sealed class InvalidBaseline() : ToolRule("HB0014", RuleSeverity.Error)
{
    public static InvalidBaseline Instance { get; } = new();

    internal override RuleReach Reach => RuleReach.Repository;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(InvalidBaseline),
        Title = "Baseline is malformed",
        MessageFormat = "{0}",
        Rationale = "A baseline decides what is not reported, so a broken one must not be taken for an empty one, nor half of it be used: nothing is hidden until it is mended. "
            + "A merge conflict that was committed is the usual cause.",
        WhenToIgnore = "Never: write the baseline anew.",
        CatalogueSlugs = ["invalid-baseline"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        // An example would need a file that is no input.
        Violations = [],
        Fixed = [],
    };
}
