using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>System calls of containers are not filtered.</summary>
internal sealed class DaemonSeccompUnconfined() : DaemonRule("HB6021", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.SeccompProfile is { Value: "unconfined" } profile)
            yield return Report(profile.Location, profile.Value);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonSeccompUnconfined),
        Title = "Containers run without a seccomp profile by default",
        MessageFormat = "'seccomp-profile' is '{0}', so every container may use all system calls of the host's kernel; remove the key to get the built-in profile, or name a profile of your own",
        Rationale =
            "The built-in profile refuses some forty system calls that applications do not need and that kernel exploits are made of. " +
            "The value 'unconfined' in daemon.json switches it off for every container on the host, not only for the one that asked for it. " +
            ".NET applications, debuggers and dotnet-trace included, run under the built-in profile.",
        WhenToIgnore =
            "Never for a whole host. A container that really needs more system calls gets a profile of its own with 'security_opt: [seccomp=profile.json]'.",
        CatalogueSlugs = ["daemon-seccomp-unconfined"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("2.17"), RuleReference.DevSec("docker-2.20"), RuleReference.Cwe(693), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "seccomp-profile": "[|unconfined|]"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "seccomp-profile": "/etc/docker/seccomp.json"
                }

                """),
        ],
    };
}
