using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>A size for the devices of a removed storage driver.</summary>
internal sealed class DaemonBaseDeviceSize() : DaemonRule("HB6013", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        foreach (var option in configuration.Settings.List("storage-opts"))
        {
            if (option.Value.StartsWith("dm.basesize", StringComparison.OrdinalIgnoreCase))
                yield return Report(option.Location, option.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonBaseDeviceSize),
        Title = "A base device size is set for a storage driver that no longer exists",
        MessageFormat = "'{0}' is an option of the devicemapper driver, which Docker 25 removed; delete it and change to 'overlay2'",
        Rationale = "dm.basesize sets how much each container may write under the devicemapper driver. Docker 25 removed that driver; with another one dockerd refuses to start because it does not know the option.",
        WhenToIgnore = "On a host that stays on an older Docker with devicemapper.",
        CatalogueSlugs = ["daemon-base-device-size"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.11"), RuleReference.DevSec("docker-2.10"), RuleReference.Cwe(770), RuleReference.OwaspDocker("D07")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "storage-opts": ["[|dm.basesize=20G|]"]
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "storage-opts": ["overlay2.size=20G"]
                }

                """),
        ],
    };
}
