using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Limits;

/// <summary>A container in a control group of someone else.</summary>
internal sealed class ComposeCgroupParent() : ContainerOptionsRule("HB2013", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeCgroupParent),
        Title = "A container runs in a control group of its own choosing",
        MessageFormat = "Control group '{0}' of {1} '{2}' decides over its limits instead of Docker, and they may be none; remove 'cgroup_parent' unless somebody looks after that group",
        Rationale = """
            Docker puts containers below its own control group, where the daemon's limits hold. Another parent brings that group's limits, shared with all of its other members.
            If nobody set any, one container can take all memory and processor time of the host.
            """,
        WhenToIgnore = "When the host's administrators manage that group.",
        CatalogueSlugs = ["compose-cgroup-parent"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.25"), RuleReference.DevSec("docker-5.24"), RuleReference.Cwe(770), RuleReference.OwaspDocker("D07")],
        Aliases = ["kics:cgroup_not_default"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    cgroup_parent: [|m-executor-abcd|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    mem_limit: 512m\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.Limits.CgroupParent is { Value.Length: > 0 } parent)
            yield return Report(parent.Location, parent.Value, container.Noun, container.Name.Value);
    }
}
