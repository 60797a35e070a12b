namespace HardenBuild.Rules.Tool;

/// <summary>A suppression gives no reason although the repository asks for one.</summary>
internal sealed class SuppressionCommentUsed() : ToolRule("HB0006", RuleSeverity.Warning)
{
    public static SuppressionCommentUsed Instance { get; } = new();

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SuppressionCommentUsed),
        Title = "Suppression gives no reason",
        MessageFormat = "Suppression of '{0}' gives no reason, which this repository requires; {1}",
        Rationale = "Whoever reads the suppression later, in a review or an audit, must be able to tell whether it still holds. "
            + "Reported only where 'hardenbuild.require_suppression_reason = true' is set; the suppression itself takes effect.",
        WhenToIgnore = "Set 'hardenbuild.require_suppression_reason = false' for paths that the policy does not concern.",
        CatalogueSlugs = ["suppression-comment-used"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Related = ["hadolint:DL1001"],
        Options = [new("require_suppression_reason", "false", "Whether every suppression must give its reason behind '--'.")],
        Violations =
        [
            new(".editorconfig", "root = true\n[*]\nhardenbuild.require_suppression_reason = true\n"),
            new("Dockerfile", "# [|hardenbuild:disable=HB0002|]\nRUNN echo hello\n"),
        ],
        Fixed =
        [
            new(".editorconfig", "root = true\n[*]\nhardenbuild.require_suppression_reason = true\n"),
            new("Dockerfile", "# hardenbuild:disable=HB0002 -- our builder knows RUNN\nRUNN echo hello\n"),
        ],
    };
}
