namespace HardenBuild.Rules.Tool;

/// <summary>A key that its format does not know, or a value of the wrong type.</summary>
internal sealed class SchemaViolation() : ToolRule("HB0004", RuleSeverity.Error)
{
    public static SchemaViolation Instance { get; } = new();

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SchemaViolation),
        Title = "A file has a key or a type that its format does not know",
        MessageFormat = "{0}",
        Rationale = """
            Docker Compose refuses a file with a key that it does not know, or with a value of the wrong type, before it starts anything.
            A mistyped key is worse where an older reader ignores it: the protection that it was meant to set is then simply off.
            """,
        WhenToIgnore = "When a newer version of Docker Compose knows the key; settings of your own belong below a key that begins with 'x-'.",
        CatalogueSlugs = ["schema-violation"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1164)],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    [|priviledged|]: false\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    privileged: false\n    x-note: ours\n")],
    };
}
