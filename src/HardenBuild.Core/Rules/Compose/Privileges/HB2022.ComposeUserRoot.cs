using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Privileges;

/// <summary>A container that is told to run as root.</summary>
internal sealed class ComposeUserRoot() : ContainerOptionsRule("HB2022", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeUserRoot),
        Title = "A container is told to run as root",
        MessageFormat = "User '{0}' makes {1} '{2}' run as root whatever its image says; remove the line or name an ordinary user",
        Rationale = """
            The line overrides the user of the image, so an image that was built to run as an ordinary user runs as root after all.
            Root in a container is root for every file that is mounted into it and the starting point of most container escapes. The .NET images have the user 'app' for this.
            """,
        WhenToIgnore = "Some images of databases and web servers start as root and drop their rights by themselves; they do not need the line either. Suppress the finding for one-off services that change owners of volumes.",
        CatalogueSlugs = ["compose-user-root"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.1"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    user: [|root|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    user: \"1654:1654\"\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.User is { } user && ContainerUser.IsRoot(user.Value))
            yield return Report(user.Location, user.Value, container.Noun, container.Name.Value);
    }
}
