namespace HardenBuild.Rules.Tool;

/// <summary>A suppression that is malformed, out of date, forbidden, or names no rule.</summary>
internal sealed class InvalidSuppression() : ToolRule("HB0010", RuleSeverity.Warning)
{
    public static InvalidSuppression Instance { get; } = new();

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(InvalidSuppression),
        Title = "Suppression does not apply",
        MessageFormat = "{0}",
        Rationale = "A suppression with a misspelled rule, a date that has passed, or of a rule that the repository lists in 'hardenbuild.unsuppressible' silences nothing, "
            + "whatever its author meant.",
        WhenToIgnore = "While a newer version of the product, which knows the rule, is being rolled out.",
        CatalogueSlugs = ["invalid-suppression"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Options = [new("unsuppressible", "", "Rules, by id or name and separated by commas, that no comment or annotation silences.")],
        Violations = [new("Dockerfile", "# hardenbuild:disable=[|HB9999|] -- misspelled\nFROM alpine:3.22\n")],
        Fixed = [new("Dockerfile", "FROM alpine:3.22\n")],
    };
}
