using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Privileges;

/// <summary>A command of a life cycle that runs privileged although the container does not.</summary>
/// <remarks>Where the container itself is privileged, HB2001 says so.</remarks>
internal sealed class ComposeHookPrivileged() : ContainerOptionsRule("HB2104", RuleSeverity.Warning, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeHookPrivileged),
        Title = "A life cycle hook runs privileged",
        MessageFormat = "'privileged: true' gives a hook of {0} '{1}' every capability and all devices of the host, although the {0} has few; remove it and do the work in the image or in a service of its own",
        Rationale = """
            A hook runs inside the container after its start or before its end. With this key it has all the rights of the host's root, and it runs programs from the container's file system:
            whoever changed one of them in between gets those rights.
            """,
        WhenToIgnore = "Hooks that set up devices or kernel settings need it. Suppress the finding at the line with a reason.",
        CatalogueSlugs = ["compose-hook-privileged"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.23"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    post_start:\n      - command: ./init.sh\n        privileged: [|true|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    post_start:\n      - command: ./init.sh\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.Privileged is { Value: true })
            yield break;
        foreach (var hook in container.Hooks)
        {
            if (hook.Privileged is { Value: true } privileged)
                yield return Report(privileged.Location, container.Noun, container.Name.Value);
        }
    }
}
