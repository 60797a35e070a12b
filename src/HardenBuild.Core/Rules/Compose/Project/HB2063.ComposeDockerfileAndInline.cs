using HardenBuild.Model.Compose;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A build names a Dockerfile and holds one.</summary>
internal sealed class ComposeDockerfileAndInline() : ComposeRule("HB2063", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDockerfileAndInline),
        Title = "A build names a Dockerfile and holds one",
        MessageFormat = "Service '{0}' has 'dockerfile' and 'dockerfile_inline', of which Docker Compose accepts only one; delete one of them",
        Rationale = """
            Docker Compose refuses a build with both, for it cannot know which of the two Dockerfiles is meant.
            """,
        WhenToIgnore = "Never: Docker Compose refuses the project.",
        CatalogueSlugs = ["compose-dockerfile-and-inline"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("compose.yaml", "services:\n  web:\n    build:\n      context: .\n      dockerfile: Dockerfile\n      [|dockerfile_inline|]: FROM alpine:3.22\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    build:\n      context: .\n      dockerfile_inline: FROM alpine:3.22\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            if (service.Syntax.Mapping("build") is { } build && build["dockerfile"] is { } file && build.Find("dockerfile_inline") is { Value.IsNull: false } inline)
            {
                yield return Report(inline.Key.Location, service.Name.Value) with
                {
                    LogicalPath = service.LogicalPath,
                    Related = [new RelatedLocation(file.Location, "The other Dockerfile")],
                };
            }
        }
    }
}
