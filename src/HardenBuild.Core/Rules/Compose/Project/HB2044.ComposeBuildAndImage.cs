using HardenBuild.Model.Compose;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A service is built and names an image.</summary>
internal sealed class ComposeBuildAndImage() : ComposeRule("HB2044", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeBuildAndImage),
        Title = "A service is built and names an image",
        MessageFormat = "Service '{0}' names an image and a build; without 'pull_policy' it is pulled where somebody has pushed that name, and built elsewhere",
        Rationale = """
            With both keys 'image' names what is built, but Compose first looks for that image in the registry. What starts then depends on what was pushed there.
            """,
        WhenToIgnore = "It is the usual way to name an image that is built here; switch the rule on where images must come from one place only.",
        CatalogueSlugs = ["compose-build-and-image"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["dclint:no-build-and-image"],
        Violations = [new("compose.yaml", "services:\n  web:\n    build: .\n    [|image|]: example/web:1.2\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    build: .\n    image: example/web:1.2\n    pull_policy: build\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            if (service.Syntax["build"] is not null && service.Syntax["pull_policy"] is null && service.Syntax.Find("image") is { Value.IsNull: false } image)
                yield return Report(image.Key.Location, service.Name.Value) with { LogicalPath = service.LogicalPath };
        }
    }
}
