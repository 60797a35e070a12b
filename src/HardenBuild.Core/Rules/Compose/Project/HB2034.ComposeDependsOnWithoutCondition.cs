using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Tree;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Dependencies that do not wait for a health check that exists.</summary>
internal sealed class ComposeDependsOnWithoutCondition() : ComposeRule("HB2034", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDependsOnWithoutCondition),
        Title = "A service does not wait until another one is healthy",
        MessageFormat = "Service '{0}' starts when '{1}' has started, not when its health check succeeds; write 'condition: service_healthy'",
        Rationale = "A list in 'depends_on' only orders the starts. A database that still recovers refuses the first connections then, although its health check would say so.",
        WhenToIgnore = "When the service tries again by itself.",
        CatalogueSlugs = ["compose-depends-on-without-condition"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    depends_on: [[|db|]]\n  db:\n    image: example/db:1.2\n    healthcheck:\n      test: [CMD, check]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: example/db:1.2\n    healthcheck:\n      test: [CMD, check]\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            foreach (var (name, value) in service.Syntax.Mapping("depends_on")?.Members ?? [])
            {
                if (value.AsMapping?["condition"] is ComposeScalar { IsImplied: true } && project.Find(name.Value)?.Options.Healthcheck is { Disabled: null })
                    yield return Report(name.Location, service.Name.Value, name.Value) with { LogicalPath = service.LogicalPath };
            }
        }
    }
}
