using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Configuration;

/// <summary>A rule of any id and severity, with one option <c>probe_option</c>.</summary>
internal sealed class ProbeRule(string id, RuleSeverity severity, RuleSeverity? hardened = null) : Rule(id, severity, hardened ?? severity)
{
    public Finding At(SourceText source, TextSpan span, string? logicalPath = null) => Report(source.At(span)) with { LogicalPath = logicalPath };

    protected override RuleMetadata Describe() => new()
    {
        Name = $"Probe{Id[2..]}",
        Title = "Probe",
        MessageFormat = "Probe",
        Rationale = "Probe.",
        WhenToIgnore = "Never.",
        CatalogueSlugs = [],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [],
        Fixed = [],
        Options = [new RuleOption("probe_option", "", "Probe.")],
    };
}
