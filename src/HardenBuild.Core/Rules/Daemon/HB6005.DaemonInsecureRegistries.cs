using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>The daemon talks to a registry without verified TLS.</summary>
internal sealed class DaemonInsecureRegistries() : DaemonRule("HB6005", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        foreach (var registry in configuration.InsecureRegistries)
        {
            if (!registry.IsLoopback)
                yield return Report(registry.Text.Location, registry.Text.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonInsecureRegistries),
        Title = "A registry is contacted without verified TLS",
        MessageFormat = "Images of '{0}' are pulled without verified TLS, so anyone on the way can replace them and read credentials; trust the registry's certificate authority in '/etc/docker/certs.d' and remove the entry",
        Rationale =
            "For a registry in 'insecure-registries' the daemon accepts any certificate and falls back to plain HTTP. " +
            "Whoever controls the network between host and registry decides what runs in your containers, and sees the password of every push and pull. " +
            "A registry with a private certificate authority needs no exception: place the authority's certificate in '/etc/docker/certs.d/<registry>/ca.crt' on each host.",
        WhenToIgnore =
            "When the registry runs on the same host under a name that does not say so; 'localhost' and loopback addresses are accepted without a suppression.",
        CatalogueSlugs = ["daemon-insecure-registries"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("2.5"), RuleReference.DevSec("docker-2.4"), RuleReference.Cwe(319), RuleReference.OwaspDocker("D08")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "insecure-registries": ["[|registry.example.com:5000|]", "localhost:5000"]
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "insecure-registries": ["localhost:5000"]
                }

                """),
        ],
    };
}
