using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Limits;

/// <summary>A limit of processes that is raised beyond use.</summary>
internal sealed class ComposeUlimitOverride() : ContainerOptionsRule("HB2029", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeUlimitOverride),
        Title = "A container lifts the limits of its processes",
        MessageFormat = "Limit '{0}' of {1} '{2}' lets one process use up what all containers share; set a number that the application needs",
        Rationale = """
            Open files, processes and core dumps are kept within bounds so that one program in trouble does not take the rest of the host along. A core dump holds the memory of the process, passwords included.
            """,
        WhenToIgnore = "Search engines and databases document the limits that they need. 'memlock: -1', which they ask for most, is not reported.",
        CatalogueSlugs = ["compose-ulimit-override"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.19"), RuleReference.DevSec("docker-5.18"), RuleReference.Cwe(770), RuleReference.OwaspDocker("D07")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ulimits:\n      nofile: [|-1|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ulimits:\n      nofile: 65536\n      memlock: -1\n")],
    };

    private const int ManyFiles = 1_048_576;

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var limit in container.Limits.Ulimits)
        {
            var isLifted = limit.Name switch
            {
                "nofile" or "nproc" => limit.Hard.Value is < 0 or > ManyFiles,
                "core" => limit.Hard.Value != 0,
                _ => false,
            };
            if (isLifted)
                yield return Report(limit.Hard.Location, limit.Name, container.Noun, container.Name.Value);
        }
    }
}
