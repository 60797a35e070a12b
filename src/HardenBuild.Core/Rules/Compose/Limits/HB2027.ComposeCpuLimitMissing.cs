using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Limits;

/// <summary>Containers that may take all processor time of the host.</summary>
internal sealed class ComposeCpuLimitMissing() : ContainerGapRule("HB2027", RuleSeverity.None, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeCpuLimitMissing),
        Title = "A container may use all processors of the host",
        MessageFormat = "Processor time is unlimited for {0}, so a loop or an attack there slows everything else down; set 'cpus' or 'deploy.resources.limits.cpus'",
        Rationale = """
            One request that sends a container into an endless loop takes all processors of the host from the others. .NET sizes its thread pool and the heaps of its server garbage collector by the limit.
            """,
        WhenToIgnore = "On a machine with one service, and for jobs that end by themselves. Shares, quotas and sets of processors count as limits.",
        CatalogueSlugs = ["compose-cpu-limit-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.12"), RuleReference.DevSec("docker-5.11"), RuleReference.Cwe(770), RuleReference.OwaspDocker("D07")],
        Related = ["kics:cpus_not_limited"],
        ComparedWith = "KICS looks at one of the keys, chosen by the file's version; Compose honours them all whatever the version.",
        Violations = [new("compose.yaml", "services:\n  [|web|]:\n    image: example/web:1.2\n")],
        Fixed =
        [
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    cpus: 1.5\n"),
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    cpu_shares: 512\n"),
        ],
    };

    protected override bool IsLacking(ContainerOptions container) => container.Limits is { Cpus: null, OtherCpuLimit: null } && container.IsKnown(ContainerSettings.CpuLimit);
}
