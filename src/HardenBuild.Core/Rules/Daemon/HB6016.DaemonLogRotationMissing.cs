using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Log files of containers grow without bound.</summary>
internal sealed class DaemonLogRotationMissing() : DaemonRule("HB6016", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        var driver = configuration.Settings.Text("log-driver");
        if (driver is not null and not { Value: "json-file" } || configuration.Settings.Names("log-opts").Contains("max-size"))
            yield break;

        // A driver or options that cannot be read may say anything; flags may be completed by the file.
        if (driver is null && configuration.AbsenceOf("log-driver") is { } brace)
            yield return Report(brace, "The log driver 'json-file' is the default");
        else if (driver is { } explicitDriver && configuration.IsFile)
            yield return Report(explicitDriver.Location, $"The log driver '{explicitDriver.Value}' is set");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonLogRotationMissing),
        Title = "Log files of containers grow without bound",
        MessageFormat = "{0} and no 'max-size' is, so the output of a container fills the disk in time; set 'log-opts' with 'max-size' and 'max-file', or the driver 'local'",
        Rationale = "The driver json-file, dockerd's default, keeps everything that containers print, without limit. A container that logs each request fills the disk of the host, and then everything on it fails. The driver 'local' rotates its files by itself.",
        WhenToIgnore = "When each container sets its own options, or something else rotates the files.",
        CatalogueSlugs = ["daemon-log-rotation-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(770), RuleReference.OwaspDocker("D10")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "log-driver": "[|json-file|]"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "log-driver": "json-file",
                  "log-opts": { "max-size": "10m", "max-file": "3" }
                }

                """),
        ],
    };
}
