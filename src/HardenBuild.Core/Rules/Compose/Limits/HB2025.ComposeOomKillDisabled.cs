using System.Globalization;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Limits;

/// <summary>A container that the kernel may not stop when memory runs out.</summary>
internal sealed class ComposeOomKillDisabled() : ContainerOptionsRule("HB2025", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeOomKillDisabled),
        Title = "The kernel may not stop a container when memory runs out",
        MessageFormat = "'{0}' makes the host stop other programs instead of {1} '{2}' when memory runs out; remove it and set a memory limit",
        Rationale = """
            When memory runs out, the kernel stops the program whose end helps most. A container that is exempt can grow until everything else on the host, Docker and SSH among it, is stopped.
            Without a limit of its own nothing else holds it back. oom_score_adj below -500 comes close to an exemption.
            """,
        WhenToIgnore = "With a memory limit the container is held back by that, so the finding is a suggestion then.",
        CatalogueSlugs = ["compose-oom-kill-disabled"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(770), RuleReference.OwaspDocker("D07")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    oom_kill_disable: [|true|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    mem_limit: 512m\n")],
    };

    private const int Exempt = -500;

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        var limits = container.Limits;
        var isLimited = limits.Memory is not null || (container.Undetermined & ContainerSettings.MemoryLimit) != 0;
        var atMost = isLimited ? RuleSeverity.Suggestion : RuleSeverity.Warning;
        if (limits.IsOomKillDisabled is { Value: true } disabled)
            yield return Report(disabled.Location, "oom_kill_disable: true", container.Noun, container.Name.Value) with { AtMost = atMost };
        if (limits.OomScoreAdjustment is { Value: < Exempt } adjustment)
            yield return Report(adjustment.Location, $"oom_score_adj: {adjustment.Value.ToString(CultureInfo.InvariantCulture)}", container.Noun, container.Name.Value) with { AtMost = atMost };
    }
}
