using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Network;

/// <summary>A database or an administration port that everyone can reach.</summary>
internal sealed class ComposeDatastorePortPublished() : ContainerOptionsRule("HB2037", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDatastorePortPublished),
        Title = "The port of a database or of administration is open on every interface",
        MessageFormat = "'{0}' opens {1} of {2} '{3}' to everyone who reaches the host, past its firewall; remove it, or write '127.0.0.1:' before it",
        Rationale = """
            Databases, caches, queues and consoles are found by scanners within hours, and many of their images come with a well-known password or none at all.
            Docker's firewall rules come before those of ufw and firewalld. Services of the same project reach the database without any published port.
            """,
        WhenToIgnore = "In files for development and tests, and in overrides, it is a suggestion. Suppress the finding for a database that other machines connect to, with TLS and a strong password.",
        CatalogueSlugs = ["compose-datastore-port-published"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.9"), RuleReference.DevSec("docker-5.8"), RuleReference.Cwe(668), RuleReference.OwaspDocker("D03")],
        Violations = [new("compose.yaml", "services:\n  db:\n    image: postgres:17\n    ports: [[|\"5432:5432\"|]]\n")],
        Fixed = [new("compose.yaml", "services:\n  db:\n    image: postgres:17\n    ports: [\"127.0.0.1:5432:5432\"]\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var port in container.Ports)
        {
            if (port.IsOnAllInterfaces && DatastorePorts.Find(port) is { } service)
            {
                var location = port.Text.Location;
                yield return Report(location, location.Source.Substring(location.Span).Trim('"', '\''), service, container.Noun, container.Name.Value) with
                {
                    AtMost = DevelopmentFile.IsForDevelopment(location.Source.Path) ? RuleSeverity.Suggestion : RuleSeverity.Warning,
                };
            }
        }
    }
}
