using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Limits;

/// <summary>Containers that may take all memory of the host.</summary>
internal sealed class ComposeMemoryLimitMissing() : ContainerGapRule("HB2026", RuleSeverity.None, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeMemoryLimitMissing),
        Title = "A container may use all memory of the host",
        MessageFormat = "Memory is unlimited for {0}, so a leak or an attack there stops everything else on the host; set 'mem_limit' or 'deploy.resources.limits.memory'",
        Rationale = """
            A container without a limit can take all memory, and then the kernel stops programs of its own choosing, the database first perhaps.
            .NET needs the limit as well: the garbage collector takes three quarters of it as its heap and collects in time; without one it goes by the memory of the host.
            """,
        WhenToIgnore = "On a machine with one service, and for jobs that end by themselves. A limit in an override file that is merged counts.",
        CatalogueSlugs = ["compose-memory-limit-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.11"), RuleReference.DevSec("docker-5.10"), RuleReference.Cwe(770), RuleReference.OwaspDocker("D07")],
        Related = ["kics:memory_not_limited"],
        ComparedWith = "KICS looks at one of the two keys, chosen by the file's version; Compose honours both whatever the version.",
        Violations = [new("compose.yaml", "services:\n  [|web|]:\n    image: example/web:1.2\n")],
        Fixed =
        [
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    mem_limit: 512m\n"),
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    deploy:\n      resources:\n        limits:\n          memory: 512M\n"),
        ],
    };

    protected override bool IsLacking(ContainerOptions container) => container.Limits.Memory is null && container.IsKnown(ContainerSettings.MemoryLimit);
}
