namespace HardenBuild.Rules.Tool;

/// <summary>An input that could not be read as text, or a folder that could not be listed.</summary>
internal sealed class UnreadableFile() : ToolRule("HB0001", RuleSeverity.Error)
{
    public static UnreadableFile Instance { get; } = new();

    internal override RuleReach Reach => RuleReach.Repository;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(UnreadableFile),
        Title = "A file that should be scanned cannot be read",
        MessageFormat = "'{0}' cannot be read, so nothing in it was checked: {1}",
        Rationale = """
            A file that was found but not read may hide anything, and a report without findings would then say more than was checked.
            Typical causes are a binary file that is called Dockerfile, text in an encoding other than UTF-8 or UTF-16, and missing permissions.
            """,
        WhenToIgnore = "Leave the file or folder out with --exclude or HardenBuildExclude when it is not meant to be read by Docker or Kubernetes. Do not silence the rule: it guards all the others.",
        CatalogueSlugs = ["unreadable-file"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        // Bytes that are no text cannot be shown as text.
        Violations = [],
        Fixed = [],
    };
}
