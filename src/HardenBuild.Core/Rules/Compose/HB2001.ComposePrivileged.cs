using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Compose;

/// <summary>A container, or a command of its life cycle, that runs privileged.</summary>
internal sealed class ComposePrivileged() : ContainerOptionsRule("HB2001", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposePrivileged),
        Title = "A container runs privileged",
        MessageFormat = "'privileged: true' gives {0} every capability and all devices of the host, so a break-in there owns the host; remove it and add the one capability or device that is needed",
        Rationale = """
            A privileged container has all capabilities, sees all devices and runs without seccomp, AppArmor and SELinux confinement.
            Whoever takes over the application in it can load kernel modules, mount the host's disk and leave the container.
            An ASP.NET Core application never needs this; tools that do usually need one capability or one device.
            """,
        WhenToIgnore = "Docker in Docker and some system tools cannot run otherwise. Suppress the finding at the line with a reason, and keep such services out of production files.",
        CatalogueSlugs = ["compose-privileged"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.5"), RuleReference.DevSec("docker-5.4"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Aliases = ["kics:privileged_containers_enabled", "semgrep:privileged-service"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    privileged: [|true|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    devices: [/dev/ttyUSB0]\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.Privileged is { Value: true } privileged)
            yield return Report(privileged.Location, $"{container.Noun} '{container.Name.Value}'");
        foreach (var hook in container.PrivilegedHooks)
            yield return Report(hook, $"a hook of {container.Noun} '{container.Name.Value}'");
    }
}
