using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>Web pages may call the API.</summary>
internal sealed class DaemonCorsHeader() : DaemonRule("HB6027", RuleSeverity.Error, RuleSeverity.Error)
{
    private static readonly string[] s_keys = ["api-cors-header", "api-enable-cors"];

    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        foreach (var key in s_keys)
        {
            if (configuration.Settings.NameOf(key) is { } name)
                yield return Report(name, key);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonCorsHeader),
        Title = "Web pages may call the Docker API",
        MessageFormat = "'{0}' lets web pages of other origins call the Docker API, and a current dockerd does not start with it; delete it",
        Rationale = "With CORS headers any page that an administrator opens may send requests to the engine and read the answers. Docker deprecated the setting in version 27 and removed it in 28.",
        WhenToIgnore = "Never.",
        CatalogueSlugs = ["daemon-cors-header"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(942), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("docker/daemon.json", """
                {
                  [|"api-cors-header"|]: "*"
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "icc": false
                }

                """),
        ],
    };
}
