namespace HardenBuild.Rules.Tool;

/// <summary>An input that would cost more time or memory than any file written by people.</summary>
internal sealed class LimitExceeded() : ToolRule("HB0011", RuleSeverity.Error)
{
    public static LimitExceeded Instance { get; } = new();

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LimitExceeded),
        Title = "A file exceeds a limit of the scanner",
        MessageFormat = "'{0}' exceeds a limit, so it was not fully checked: {1}",
        Rationale = """
            A build must not hang or run out of memory because of one file, so size, nesting and expansion are limited to many times what people write.
            Above a limit the rest of the file is not checked, and this finding says so instead of a silent gap.
            """,
        WhenToIgnore = "Leave generated or downloaded files out with --exclude or HardenBuildExclude. Split a file that people really maintain.",
        CatalogueSlugs = ["limit-exceeded"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        // An example would have to be larger than the limit.
        Violations = [],
        Fixed = [],
    };
}
