using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Rules.Compose.Privileges;

/// <summary>A container that runs privileged.</summary>
/// <remarks>Commands of its life cycle are judged by HB2104.</remarks>
internal sealed class ComposePrivileged() : ContainerOptionsRule("HB2001", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposePrivileged),
        Title = "A container runs privileged",
        MessageFormat = "'{2}' gives {0} '{1}' every capability and all devices of the host, so a break-in there owns the host; remove it and add the one capability or device that is needed",
        Rationale = """
            A privileged container has all capabilities, sees all devices and runs without seccomp, AppArmor and SELinux confinement.
            Whoever takes over the application in it can load kernel modules, mount the host's disk and leave the container.
            An ASP.NET Core application never needs this; tools that do usually need one capability or one device.
            """,
        WhenToIgnore = "Docker in Docker and some system tools cannot run otherwise. Suppress the finding at the line with a reason, and keep such services out of production files.",
        CatalogueSlugs = ["compose-privileged", "docker-run-insecure-flags", "devcontainer-privileged", "github-container-options-insecure", "azure-container-options-insecure", "quadlet-privileged"],
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
            yield return Report(privileged.Location, container.Noun, container.Name.Value, Spelling(privileged.Location));
    }

    // Settings have a key before the value, flags stand for themselves.
    private static string Spelling(SourceLocation location) => location.Source.Content[location.Span.Start] == '-' ? "--privileged" : "privileged: true";
}
