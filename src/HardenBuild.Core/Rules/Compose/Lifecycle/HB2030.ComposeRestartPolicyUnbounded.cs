using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Lifecycle;

/// <summary>A container that is started again without end.</summary>
internal sealed class ComposeRestartPolicyUnbounded() : ContainerOptionsRule("HB2030", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeRestartPolicyUnbounded),
        Title = "A container is restarted without end",
        MessageFormat = "'{0}' starts {1} '{2}' again and again, even if it fails each time; use 'on-failure:5'",
        Rationale = """
            A container that fails at its start uses processor time and fills the log with each attempt, and an attacker who makes it fail by guessing gets as many guesses as wanted.
            CIS asks for five attempts at most.
            """,
        WhenToIgnore = "'unless-stopped' is normal for services that must come back after a restart of the host, and is not reported. The rule is off unless you ask for it.",
        CatalogueSlugs = ["compose-restart-policy-unbounded"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.15"), RuleReference.DevSec("docker-5.14"), RuleReference.Cwe(770), RuleReference.OwaspDocker("D07")],
        Related = ["kics:restart_policy_on_failure_not_set_to_5"],
        ComparedWith = "KICS asks for exactly five attempts; fewer are accepted here.",
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    restart: [|always|]\n")],
        Fixed =
        [
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    restart: on-failure:5\n"),
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    restart: unless-stopped\n"),
        ],
    };

    private const int MostAttempts = 5;

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.Restart is { Condition: { Value: "always" or "any" or "on-failure" } condition } policy
            && (condition.Value == "always" || policy.MaxAttempts is null or 0 or > MostAttempts))
        {
            yield return Report(condition.Location, condition.Location.Source.Substring(condition.Location.Span).Trim('"', '\''), container.Noun, container.Name.Value);
        }
    }
}
