using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>A file that dockerd refuses to start with.</summary>
internal sealed class DaemonJsonInvalid() : DaemonRule("HB6001", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        foreach (var (location, problem) in configuration.FileProblems)
            yield return Report(location, problem);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonJsonInvalid),
        Title = "The Docker daemon refuses its configuration file",
        MessageFormat = "{0}, so dockerd does not start with this file; correct or remove it",
        Rationale = """
            dockerd reads daemon.json as strict JSON and stops at the first thing that it does not know: a comment, a comma after the last value, a key with a typing error, a number where it wants a text.
            The host then has no containers at all after its next restart, and a setting that was meant to protect it is not in force.
            The keys are those of versions 23 to 29.
            """,
        WhenToIgnore = "When the file is a template that something turns into JSON before dockerd reads it, or for a dockerd that knows a key which HardenBuild does not know yet.",
        CatalogueSlugs = ["daemon-json-invalid"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        ComparedWith = "A key that is written twice, and text that is not even YAML, is reported as HB0003.",
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "log-opts": { "max-file": [|3|] },
                  "[|no-new-privilege|]": true
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "log-opts": { "max-file": "3" },
                  "no-new-privileges": true
                }

                """),
        ],
    };
}
