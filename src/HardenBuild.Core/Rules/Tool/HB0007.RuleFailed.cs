namespace HardenBuild.Rules.Tool;

/// <summary>A rule threw: a defect of HardenBuild, not of the user's file.</summary>
internal sealed class RuleFailed() : ToolRule("HB0007", RuleSeverity.Warning)
{
    public static RuleFailed Instance { get; } = new();

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RuleFailed),
        Title = "A rule failed and was skipped for this file",
        MessageFormat = "Rule '{0}' failed with {1} and did not check this file; please report it with the smallest file that shows it",
        Rationale = "One defective rule must not hide the findings of the others, and must not go unnoticed: what it would have found here is unknown.",
        WhenToIgnore = "After you have reported it, set the failing rule's severity to none until the next version.",
        CatalogueSlugs = ["rule-failed"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [],
        Fixed = [],
    };
}
