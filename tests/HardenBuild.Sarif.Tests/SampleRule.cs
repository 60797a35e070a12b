using HardenBuild.Rules;

namespace HardenBuild.Sarif.Tests;

/// <summary>A rule with the message as its only argument.</summary>
internal sealed class SampleRule(string id = "HB1999", RuleSeverity severity = RuleSeverity.Error) : Rule(id, severity, RuleSeverity.Error)
{
    public SecuritySeverity SecuritySeverity { get; init; } = SecuritySeverity.High;

    public RulePrecision Precision { get; init; } = RulePrecision.VeryHigh;

    public string Rationale { get; init; } = "The tag moves.";

    public int Weaknesses { get; init; } = 1;

    protected override RuleMetadata Describe() => new()
    {
        Name = "SampleOffence",
        Title = "Sample offence",
        MessageFormat = "{0}",
        Rationale = Rationale,
        WhenToIgnore = "Never.",
        CatalogueSlugs = ["sample-offence"],
        SecuritySeverity = SecuritySeverity,
        Precision = Precision,
        References = [.. Enumerable.Range(250, Weaknesses).Select(RuleReference.Cwe)],
        Violations = [new("Dockerfile", "FROM [|alpine|]\n")],
        Fixed = [new("Dockerfile", "FROM alpine:3.22\n")],
    };
}
