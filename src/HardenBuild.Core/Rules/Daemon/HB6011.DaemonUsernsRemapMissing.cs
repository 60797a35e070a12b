using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Root in a container is root on the host.</summary>
internal sealed class DaemonUsernsRemapMissing() : DaemonRule("HB6011", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        // Windows has no user namespaces, and a rootless daemon is inside of one already.
        if (configuration.IsForWindows || configuration.IsRootless)
            yield break;
        if (configuration.UserNamespaceRemap is { Value: "" } remap)
            yield return Report(remap.Location, "'userns-remap' is empty");
        else if (configuration.AbsenceOf("userns-remap") is { } brace)
            yield return Report(brace, "'userns-remap' is not set");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonUsernsRemapMissing),
        Title = "User namespaces are not used, so root in a container is root on the host",
        MessageFormat = "{0}, so root in a container is root on the host as soon as it breaks out; set 'userns-remap' to 'default', or run the daemon rootless",
        Rationale =
            "Without user namespaces the user ids in a container are those of the host. " +
            "A process that runs as root in a container and escapes from it, through a kernel defect or a mounted folder, is root on the host. " +
            "With 'userns-remap' the container's root is an unprivileged user outside; .NET images that run as 'app' gain a second line of defence.",
        WhenToIgnore =
            "When containers on the host need its network or process namespace or run privileged: those do not work together with remapped users. " +
            "Existing images and volumes seem to disappear when the setting changes, because each mapping has a storage folder of its own.",
        CatalogueSlugs = ["daemon-userns-remap-missing"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.9"), RuleReference.DevSec("docker-2.8"), RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Violations =
        [
            new("docker/daemon.json", """
                [|{|]
                  "log-driver": "local"
                }

                """),
            new("docker/daemon.json", """
                {
                  "userns-remap": [|""|]
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "log-driver": "local",
                  "userns-remap": "default"
                }

                """),
        ],
    };
}
