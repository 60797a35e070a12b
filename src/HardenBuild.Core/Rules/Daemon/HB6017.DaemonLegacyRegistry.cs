using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>A switch for a registry protocol that Docker no longer speaks.</summary>
internal sealed class DaemonLegacyRegistry() : DaemonRule("HB6017", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Settings.NameOf("disable-legacy-registry") is { } name)
            yield return Report(name, "disable-legacy-registry");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonLegacyRegistry),
        Title = "A switch for the first registry protocol is set",
        MessageFormat = "'{0}' was removed in Docker 19.03, so a current dockerd does not start with it, and older ones are long without security fixes; delete it",
        Rationale = "The switch decided whether dockerd speaks the first registry protocol, which does not verify what it downloads. Docker 17.12 dropped that protocol and 19.03 the switch: dockerd stops at a key that it does not know.",
        WhenToIgnore = "Never on a supported Docker.",
        CatalogueSlugs = ["daemon-legacy-registry"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.DevSec("docker-2.13"), RuleReference.Cwe(1104), RuleReference.OwaspDocker("D02")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  [|"disable-legacy-registry"|]: true
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "icc": false
                }

                """),
        ],
    };
}
