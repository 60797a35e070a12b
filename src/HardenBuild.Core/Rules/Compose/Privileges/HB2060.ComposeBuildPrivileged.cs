using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Privileges;

/// <summary>A build that gets more rights than a build needs.</summary>
internal sealed class ComposeBuildPrivileged() : ContainerOptionsRule("HB2060", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeBuildPrivileged),
        Title = "An image is built with the rights of the host",
        MessageFormat = "'{0}' lets the build of {1} '{2}' {3}, and a build runs code of many packages; remove it",
        Rationale = """
            RUN instructions execute what base images and package managers bring. Builds are kept in a sandbox because of that: without capabilities, without devices, in a network of their own.
            'privileged: true' and the entitlement 'security.insecure' take the sandbox away, 'network.host' the separation of the network; the latter is a warning.
            """,
        WhenToIgnore = "Building file systems with loop devices needs it. Do so on a machine that is thrown away afterwards, and suppress the finding at the line with a reason.",
        CatalogueSlugs = ["compose-build-privileged"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    build:\n      context: .\n      privileged: [|true|]\n"),
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    build:\n      context: .\n      entitlements:\n        - [|security.insecure|]\n"),
        ],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    build:\n      context: .\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.Build is not { } build)
            yield break;
        if (build.Privileged is { Value: true } privileged)
            yield return Report(privileged.Location, "privileged: true", container.Noun, container.Name.Value, "act as root of the host");
        foreach (var entitlement in build.Entitlements)
        {
            if (entitlement.Value == "security.insecure")
                yield return Report(entitlement.Location, entitlement.Value, container.Noun, container.Name.Value, "act as root of the host");
            else if (entitlement.Value == "network.host")
                yield return Report(entitlement.Location, entitlement.Value, container.Noun, container.Name.Value, "reach every service of the host") with { AtMost = RuleSeverity.Warning };
        }
    }
}
