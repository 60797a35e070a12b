using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Containers have no default limits for files and processes.</summary>
internal sealed class DaemonDefaultUlimitsMissing() : DaemonRule("HB6010", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (!configuration.IsForWindows && configuration.AbsenceOf("default-ulimits") is { } brace)
            yield return Report(brace);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonDefaultUlimitsMissing),
        Title = "Containers have no default limits for open files and processes",
        MessageFormat = "'default-ulimits' is not set, so one container can use up the host's open files; set 'nofile' there",
        Rationale = "A container that says nothing of its limits inherits those of the daemon, which are very high. 'default-ulimits' gives all of them the same bound; a container may still ask for more.",
        WhenToIgnore = "When limits are set for each container, or the service manager gives the daemon sensible ones.",
        CatalogueSlugs = ["daemon-default-ulimits-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.8"), RuleReference.DevSec("docker-2.7"), RuleReference.Cwe(770), RuleReference.OwaspDocker("D07")],
        Violations =
        [
            new("docker/daemon.json", """
                [|{|]
                  "icc": false
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "default-ulimits": { "nofile": { "Name": "nofile", "Hard": 65536, "Soft": 1024 } }
                }

                """),
        ],
    };
}
