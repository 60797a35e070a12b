using System.Globalization;
using HardenBuild.Model.Compose;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A service with several containers gives them one name.</summary>
internal sealed class ComposeContainerNameWithScale() : ComposeRule("HB2042", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeContainerNameWithScale),
        Title = "A service with several containers gives them one name",
        MessageFormat = "Service '{0}' runs {1} containers, which cannot all be called '{2}'; delete 'container_name'",
        Rationale = """
            The names of containers are unique on a host, so Docker Compose refuses to start more than one container of a service with 'container_name'.
            """,
        WhenToIgnore = "Never: Docker Compose refuses the project.",
        CatalogueSlugs = ["compose-container-name-with-scale"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    container_name: [|web|]\n    scale: 2\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    container_name: web\n    scale: 1\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            var scale = (service.Syntax["scale"] ?? service.Syntax.Mapping("deploy")?["replicas"])?.Integer;
            if (scale is { Value: > 1 } many && service.Syntax["container_name"]?.Text is { } name)
            {
                yield return Report(name.Location, service.Name.Value, many.Value.ToString(CultureInfo.InvariantCulture), name.Value) with
                {
                    LogicalPath = service.LogicalPath,
                    Related = [new RelatedLocation(many.Location, "The number of containers")],
                };
            }
        }
    }
}
