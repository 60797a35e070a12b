using HardenBuild.Model.Daemon;
using HardenBuild.Model.Secrets;

namespace HardenBuild.Rules.Daemon;

/// <summary>The password of a proxy stands in the file.</summary>
internal sealed class DaemonProxyCredentials() : DaemonRule("HB6028", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        foreach (var (key, value) in configuration.Settings.Members("proxies"))
        {
            if (SecretScanner.Find(value.Value) is [var secret, ..])
                yield return Report(value.LocationOf(secret.Span.Start, secret.Span.Length), key, secret.Description);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonProxyCredentials),
        Title = "The password of a proxy stands in the daemon configuration",
        MessageFormat = "'{0}' holds {1} in clear text, and 'docker info' shows it to every user of the engine; use a proxy that needs none, or set it outside the repository",
        Rationale = "Whoever can read the file or ask the engine for its settings learns the password. In a repository it stays in the history for good.",
        WhenToIgnore = "When the password is a placeholder that is replaced when the file is installed.",
        CatalogueSlugs = ["daemon-proxy-credentials"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "proxies": {
                    "http-proxy": "http://build:[|kT9.vq27Lm|]@proxy.example.com:3128"
                  }
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "proxies": {
                    "http-proxy": "http://proxy.example.com:3128"
                  }
                }

                """),
        ],
    };
}
