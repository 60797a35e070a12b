using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Services that wait for a state which another service never reaches.</summary>
internal sealed class ComposeDependsOnUnhealthyTarget() : ComposeRule("HB2033", RuleSeverity.Error, RuleSeverity.Error)
{
    internal override RuleReach Reach => RuleReach.Repository;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDependsOnUnhealthyTarget),
        Title = "A service waits for a state that another one never reaches",
        MessageFormat = "Service '{0}' waits until '{1}' {2}, but {3}",
        Rationale = """
            With 'condition: service_healthy' a service starts once the health check of the other one succeeds. Without a check that never happens,
            and Docker Compose gives up. A service that is always restarted never counts as completed.
            """,
        WhenToIgnore = "When the image of the other service brings a health check along; that cannot be seen for images from a registry, where the finding is a suggestion.",
        CatalogueSlugs = ["compose-depends-on-unhealthy-target"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    depends_on:\n      db:\n        condition: [|service_healthy|]\n  db:\n    image: example/db:1.2\n    healthcheck:\n      disable: true\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: example/db:1.2\n    healthcheck:\n      test: [CMD, check]\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            foreach (var (name, value) in service.Syntax.Mapping("depends_on")?.Members ?? [])
            {
                if (value.AsMapping?["condition"] is ComposeScalar { IsImplied: false, Text: { } condition } && project.Find(name.Value) is { IsComplete: true } target && Judge(project, target, condition.Value) is var (state, reason, severity))
                    yield return Report(condition.Location, service.Name.Value, name.Value, state, reason) with { LogicalPath = service.LogicalPath, AtMost = severity };
            }
        }
    }

    private static (string State, string Reason, RuleSeverity AtMost)? Judge(ComposeProject project, ComposeService target, string condition)
    {
        if (condition == "service_completed_successfully")
        {
            return target.Syntax["restart"]?.Text is { Value: "always" or "unless-stopped" } restart
                ? ("has completed", $"'restart: {restart.Value}' starts it again each time; use 'on-failure' there", RuleSeverity.Error)
                : null;
        }

        if (condition != "service_healthy" || project.SiblingsHave("services", target.Name.Value, "healthcheck"))
            return null;
        if (target.Options.Healthcheck is { } healthcheck)
            return healthcheck.Disabled is null ? null : ("is healthy", "its health check is disabled; enable it, or wait for 'service_started'", RuleSeverity.Error);
        if (target.Syntax["build"] is null)
            return ("is healthy", "no health check is written here; add 'healthcheck' unless the image has one", RuleSeverity.Suggestion);
        return HasNoHealthcheck(project, target) ? ("is healthy", "neither the project nor its Dockerfile has a health check; add 'healthcheck', or wait for 'service_started'", RuleSeverity.Error) : null;
    }

    /// <summary>Whether the Dockerfile is known, and neither it nor an image that somebody else made can have a check.</summary>
    private static bool HasNoHealthcheck(ComposeProject project, ComposeService target) =>
        ServiceBuild.Of(target.Syntax) is { Dockerfile: { } path } && project.Repository?.Read(path) is { } text
        && !DockerfileSyntax.Parse(text).Instructions.Any(static instruction => instruction is HealthcheckInstruction);
}
