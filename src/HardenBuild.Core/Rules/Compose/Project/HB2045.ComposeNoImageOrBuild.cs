using HardenBuild.Model.Compose;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A service has neither an image nor a build.</summary>
internal sealed class ComposeNoImageOrBuild() : ComposeRule("HB2045", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeNoImageOrBuild),
        Title = "A service has neither an image nor a build",
        MessageFormat = "Service '{0}' has neither 'image' nor 'build' in the merged project, so Docker Compose refuses it; add one of them",
        Rationale = """
            A service needs something to run. Docker Compose refuses the whole project for one service that has nothing.
            """,
        WhenToIgnore = "When a file that is not part of the repository adds the image.",
        CatalogueSlugs = ["compose-no-image-or-build"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("compose.yaml", "services:\n  [|web|]:\n    ports: ['127.0.0.1:8080:8080']\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    build: .\n  model:\n    provider:\n      type: model\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        if (project.Root.Items("include").Length > 0 && !project.IsComplete)
            yield break;
        foreach (var service in project.Services)
        {
            if (service.IsComplete && service.Syntax["image"] is null && service.Syntax["build"] is null && service.Syntax["provider"] is null && !MayComeFromElsewhere(project, service))
                yield return Report(service.Name.Location, service.Name.Value) with { LogicalPath = service.LogicalPath };
        }
    }

    private static bool MayComeFromElsewhere(ComposeProject project, ComposeService service) =>
        project.SiblingsHave("services", service.Name.Value, "image") || project.SiblingsHave("services", service.Name.Value, "build");
}
