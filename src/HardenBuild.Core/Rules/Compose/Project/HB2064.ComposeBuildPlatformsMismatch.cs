using HardenBuild.Model.Compose;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A service runs on a platform that it is not built for.</summary>
internal sealed class ComposeBuildPlatformsMismatch() : ComposeRule("HB2064", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeBuildPlatformsMismatch),
        Title = "A service runs on a platform that it is not built for",
        MessageFormat = "Service '{0}' runs on '{1}', which is not among its build platforms; add it to 'build.platforms'",
        Rationale = """
            Docker Compose refuses a service whose 'platform' is missing in its 'build.platforms': the image would not run there.
            """,
        WhenToIgnore = "Never: Docker Compose refuses the project.",
        CatalogueSlugs = ["compose-build-platforms-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("compose.yaml", "services:\n  web:\n    platform: [|linux/arm64|]\n    build:\n      context: .\n      platforms: [linux/amd64]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    platform: linux/amd64\n    build:\n      context: .\n      platforms: [linux/amd64, linux/arm64]\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            if (service.Syntax["platform"]?.Text is not { } platform || service.Syntax.Mapping("build") is not { } build)
                continue;
            var platforms = build.Texts("platforms", out var isUndetermined);
            if (!isUndetermined && !platforms.IsEmpty && !platforms.Any(built => built.Value == platform.Value))
                yield return Report(platform.Location, service.Name.Value, platform.Value) with { LogicalPath = service.LogicalPath };
        }
    }
}
