using HardenBuild.Model.Compose;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Two services give their containers one name.</summary>
internal sealed class ComposeDuplicateContainerName() : ComposeRule("HB2040", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDuplicateContainerName),
        Title = "Two services give their containers one name",
        MessageFormat = "Service '{0}' names its container '{1}' as service '{2}' does, so only one of them starts; choose another name or leave it to Compose",
        Rationale = """
            The names of containers are unique on a host. The second service with a name fails to start while the first one runs.
            """,
        WhenToIgnore = "When the services are never started together; give them different profiles then, which makes it a suggestion.",
        CatalogueSlugs = ["compose-duplicate-container-name"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["dclint:no-duplicate-container-names"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    container_name: app\n  api:\n    image: example/api:1.2\n    container_name: [|app|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    container_name: web\n  api:\n    image: example/api:1.2\n    container_name: api\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        var names = new Dictionary<string, ComposeService>(StringComparer.Ordinal);
        foreach (var service in project.Services)
        {
            if (service.Syntax["container_name"]?.Text is not { } name)
                continue;
            if (!names.TryGetValue(name.Value, out var first))
            {
                names.Add(name.Value, service);
                continue;
            }

            yield return Report(name.Location, service.Name.Value, name.Value, first.Name.Value) with
            {
                LogicalPath = service.LogicalPath,
                AtMost = first.RunsWith(service) ? RuleSeverity.Error : RuleSeverity.Suggestion,
                Related = [new RelatedLocation(first.Syntax["container_name"]!.Location, "The other container of this name")],
            };
        }
    }
}
