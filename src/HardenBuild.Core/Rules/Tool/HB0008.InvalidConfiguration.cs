namespace HardenBuild.Rules.Tool;

/// <summary>A setting that means nothing.</summary>
internal sealed class InvalidConfiguration() : ToolRule("HB0008", RuleSeverity.Warning)
{
    public static InvalidConfiguration Instance { get; } = new();

    internal override RuleReach Reach => RuleReach.Repository;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(InvalidConfiguration),
        Title = "Setting in .editorconfig or .globalconfig has no effect",
        MessageFormat = "{0}",
        Rationale = "A severity that is misspelled is ignored, so a rule that was meant to fail the build does not, or one that was meant to be off is not. "
            + "Only keys about this product are checked: 'dotnet_diagnostic.HB…', 'dotnet_analyzer_diagnostic…' and 'hardenbuild.…'.",
        WhenToIgnore = "While a newer version of the product, which knows the rule, is being rolled out.",
        CatalogueSlugs = ["invalid-configuration"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new(".editorconfig", "[*]\ndotnet_diagnostic.HB0002.severity = [|eror|]\n")],
        Fixed = [new(".editorconfig", "[*]\ndotnet_diagnostic.HB0002.severity = error\n")],
    };
}
