namespace HardenBuild.Rules.Tool;

/// <summary>An instruction that no builder accepts.</summary>
internal sealed class DockerfileParseError() : ToolRule("HB0002", RuleSeverity.Error)
{
    public static DockerfileParseError Instance { get; } = new();

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerfileParseError),
        Title = "Dockerfile cannot be parsed",
        MessageFormat = "{0}",
        Rationale = "The image builder refuses the file at this place, so the image cannot be built. The rest of the file is still checked.",
        WhenToIgnore = "Never, unless the file is written for another builder; name that builder in a '# syntax=' directive and its own instructions are accepted.",
        CatalogueSlugs = ["dockerfile-parse-error"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1164)],
        Related = ["hadolint:DL1000", "sonar:S2260"],
        Violations = [new("Dockerfile", "FROM alpine:3.22\n[|RUNN|] echo hello\n")],
        Fixed = [new("Dockerfile", "FROM alpine:3.22\nRUN echo hello\n")],
    };
}
