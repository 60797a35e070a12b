using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>A storage driver that is no longer supported.</summary>
internal sealed class DaemonStorageDriverDeprecated() : DaemonRule("HB6007", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Settings.Text("storage-driver") is not { } driver)
            yield break;
        if (driver.Value is "aufs" or "devicemapper" or "overlay")
            yield return Report(driver.Location, driver.Value, "was removed from Docker, so the host is tied to an old version");
        else if (driver.Value == "vfs")
            yield return Report(driver.Location, driver.Value, "copies every layer, so it fills the disk, and is meant for tests") with { AtMost = RuleSeverity.Suggestion };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonStorageDriverDeprecated),
        Title = "The Docker daemon uses a storage driver that is no longer supported",
        MessageFormat = "Storage driver '{0}' {1}; use 'overlay2'",
        Rationale = "aufs, devicemapper and the first overlay driver have been removed from Docker: a host that needs them stays on a version that gets no security fixes. vfs copies every layer whole and is meant for tests.",
        WhenToIgnore = "On a host whose kernel has no overlay file system. vfs is a suggestion, because Docker in Docker often needs it.",
        CatalogueSlugs = ["daemon-storage-driver-deprecated"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.6"), RuleReference.DevSec("docker-2.5"), RuleReference.Cwe(1104), RuleReference.OwaspDocker("D02")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "storage-driver": "[|devicemapper|]"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "storage-driver": "overlay2"
                }

                """),
        ],
    };
}
