using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Containers of the default bridge network reach each other.</summary>
internal sealed class DaemonIccEnabled() : DaemonRule("HB6002", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        // Windows daemons know no such key, and without a default bridge nothing is connected by default.
        if (configuration.IsForWindows || configuration.Bridge is { Value: "none" })
            yield break;
        if (configuration.InterContainerCommunication is { Value: true } icc)
            yield return Report(icc.Location, "'icc' is true");
        else if (configuration.AbsenceOf("icc") is { } brace)
            yield return Report(brace, "'icc' is not set");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonIccEnabled),
        Title = "Containers of the default bridge network can reach each other",
        MessageFormat = "{0}, so containers on the default bridge network reach every port of each other; set 'icc' to false and put containers that belong together on a network of their own",
        Rationale =
            "Every container that is started without a network joins the default bridge, and dockerd lets all of them talk to each other unless 'icc' is false. " +
            "A web application that is taken over can then reach databases and caches of other applications on the same host that were never meant to be published. " +
            "Networks that you or Docker Compose create are not affected: services on one Compose network still reach each other.",
        WhenToIgnore =
            "On a developer's machine, or where every container joins a network that you created, so that nothing runs on the default bridge.",
        CatalogueSlugs = ["daemon-icc-enabled"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.2"), RuleReference.DevSec("docker-2.1"), RuleReference.Cwe(653), RuleReference.OwaspDocker("D03")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "icc": [|true|]
                }

                """),
            new("docker/daemon.json", """
                [|{|]
                  "log-driver": "local"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "icc": false,
                  "log-driver": "local"
                }

                """),
        ],
    };
}
