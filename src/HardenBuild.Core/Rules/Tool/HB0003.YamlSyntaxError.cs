namespace HardenBuild.Rules.Tool;

/// <summary>YAML or JSON that no reader accepts.</summary>
internal sealed class YamlSyntaxError() : ToolRule("HB0003", RuleSeverity.Error)
{
    public static YamlSyntaxError Instance { get; } = new();

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(YamlSyntaxError),
        Title = "YAML or JSON cannot be parsed",
        MessageFormat = "{0}",
        Rationale = "Docker Compose, kubectl and dockerd refuse the file at this place. Other documents of the same file are still checked.",
        WhenToIgnore = "When the file is a template for another tool; exclude it with 'HardenBuildExclude' or '--exclude'.",
        CatalogueSlugs = ["compose-yaml-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1164)],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: nginx:1.29\n    [|image|]: nginx:1.28\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: nginx:1.29\n")],
    };
}
