using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Images come from a mirror over plain HTTP.</summary>
internal sealed class DaemonRegistryMirrorHttp() : DaemonRule("HB6006", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private const string Scheme = "http://";

    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        foreach (var mirror in configuration.Settings.List("registry-mirrors"))
        {
            var text = mirror.Value.Trim();
            if (text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && !HostAddress.WithoutPort(text.Substring(Scheme.Length).Split('/')[0]).IsLoopback)
                yield return Report(mirror.Location, text);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonRegistryMirrorHttp),
        Title = "A registry mirror is contacted over plain HTTP",
        MessageFormat = "Images come through '{0}' without encryption, so anyone on the way learns and may replace them; use 'https://'",
        Rationale = "A mirror answers for Docker Hub: what it sends as an image is run. Over plain HTTP everybody between host and mirror can answer in its place, and an image by tag has nothing to compare with.",
        WhenToIgnore = "When host and mirror share a network that nobody else reaches. A mirror on the same host is not reported.",
        CatalogueSlugs = ["daemon-registry-mirror-http"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(319), RuleReference.OwaspDocker("D08")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "registry-mirrors": ["[|http://mirror.example.com:5000|]"]
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "registry-mirrors": ["https://mirror.example.com:5000", "http://localhost:5000"]
                }

                """),
        ],
    };
}
