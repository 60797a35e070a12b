using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Limits;

/// <summary>Containers that may start any number of processes.</summary>
internal sealed class ComposePidsLimitMissing() : ContainerGapRule("HB2028", RuleSeverity.None, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposePidsLimitMissing),
        Title = "A container may start any number of processes",
        MessageFormat = "The number of processes is unlimited for {0}, so a fork bomb there stops the whole host; set 'pids_limit'",
        Rationale = """
            The kernel has one table of processes for all. A container that fills it, by mistake or on purpose, keeps everything else on the host from starting a process, the shell of whoever wants to help included.
            Threads count too: an ASP.NET Core application rarely has more than a hundred.
            """,
        WhenToIgnore = "When the daemon sets a limit for all containers ('default-ulimits' and the limits of its control group).",
        CatalogueSlugs = ["compose-pids-limit-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.29"), RuleReference.DevSec("docker-5.28"), RuleReference.Cwe(770), RuleReference.OwaspDocker("D07")],
        Aliases = ["kics:pids_limit_not_set"],
        Violations = [new("compose.yaml", "services:\n  [|web|]:\n    image: example/web:1.2\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    pids_limit: 200\n")],
    };

    protected override bool IsLacking(ContainerOptions container) => container.Limits.Pids is null && container.IsKnown(ContainerSettings.PidsLimit);

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.Limits.Pids is { Value: <= 0 } unlimited)
            yield return Report(unlimited.Location, $"{container.Noun} '{container.Name.Value}'") with { AtMost = RuleSeverity.Suggestion };
    }
}
