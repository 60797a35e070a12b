using HardenBuild.Model.Compose;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A service has a fixed container name.</summary>
internal sealed class ComposeContainerNameSet() : ComposeRule("HB2043", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeContainerNameSet),
        Title = "A service has a fixed container name",
        MessageFormat = "The fixed name '{0}' lets only one copy of the project run on a host; delete 'container_name'",
        Rationale = """
            Compose names containers after the project, so that the project can run twice and services can have several containers. A fixed name gives that up.
            """,
        WhenToIgnore = "When scripts outside of Compose call the container by its name.",
        CatalogueSlugs = ["compose-container-name-set"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    [|container_name|]: web\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            if (service.Syntax.Find("container_name") is { Value: { IsNull: false, AsScalar: { } name } } member)
                yield return Report(member.Key.Location, name.Raw) with { LogicalPath = service.LogicalPath };
        }
    }
}
