using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Experimental features of the daemon are on.</summary>
internal sealed class DaemonExperimentalEnabled() : DaemonRule("HB6022", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Settings.Boolean("experimental") is { Value: true } setting)
            yield return Report(setting.Location);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonExperimentalEnabled),
        Title = "Experimental features of the Docker daemon are on",
        MessageFormat = "'experimental' is on, so the daemon offers features that are not finished and not supported; remove it",
        Rationale = "Experimental features have had less testing, may change with each version and get no promise of security fixes. A host that serves others has no need of them.",
        WhenToIgnore = "On a developer's machine, and in old versions that needed it for 'metrics-addr'.",
        CatalogueSlugs = ["daemon-experimental-enabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.18"), RuleReference.DevSec("docker-2.21"), RuleReference.Cwe(1188), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "experimental": [|true|]
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "experimental": false
                }

                """),
        ],
    };
}
