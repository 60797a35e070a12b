using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Projects;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A Compose project has no name of its own.</summary>
internal sealed class ComposeProjectNameMissing() : ComposeRule("HB2047", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeProjectNameMissing),
        Title = "A Compose project has no name of its own",
        MessageFormat = "The project takes its name from its folder, so the names of its containers and volumes change with it; add 'name:'",
        Rationale = """
            Without 'name' a project is called like its folder. A checkout into another folder then makes new volumes, and two folders with one name share theirs.
            """,
        WhenToIgnore = "When every checkout is meant to be a project of its own, or 'COMPOSE_PROJECT_NAME' sets the name.",
        CatalogueSlugs = ["compose-project-name-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["dclint:require-project-name-field"],
        Violations = [new("compose.yaml", "[|services|]:\n  web:\n    image: example/web:1.2\n")],
        Fixed = [new("compose.yaml", "name: shop\nservices:\n  web:\n    image: example/web:1.2\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        if (project.Group.Kind != ComposeFileGroupKind.Project || !project.IsComplete || project.Scope.Variables["COMPOSE_PROJECT_NAME"] is not null)
            yield break;
        if (project.Root.Find("name") is null && !project.SiblingsHave("name") && project.Root.Find("services") is { } services)
            yield return Report(services.Key.Location);
    }
}
