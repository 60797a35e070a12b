namespace HardenBuild.Rules.Tool;

/// <summary>The configuration file of another tool decides about our rules.</summary>
internal sealed class PeerConfigurationUsed() : ToolRule("HB0012", RuleSeverity.Suggestion)
{
    public static PeerConfigurationUsed Instance { get; } = new();

    internal override RuleReach Reach => RuleReach.Repository;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PeerConfigurationUsed),
        Title = "Configuration file of another tool decides about rules",
        MessageFormat = "'{0}' decides here which rules report, where editors do not see it; write the same into .editorconfig: {1}",
        Rationale = "So that nothing has to be configured twice, '.hadolint.yaml' and '.trivyignore' are read, and what they say about checks that our rules decide too holds below '.editorconfig'. "
            + "The file belongs to the other tool, though: editors do not read it for us, and whoever removes it with the tool changes the build. "
            + "The finding lists the lines to write, separated by semicolons, and goes away when they stand in '.editorconfig'.",
        WhenToIgnore = "While both tools are in use and their settings are kept in one place, set the severity of this rule to none.",
        CatalogueSlugs = ["peer-configuration-used"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        // An example would need a file that is no input.
        Violations = [],
        Fixed = [],
    };
}
