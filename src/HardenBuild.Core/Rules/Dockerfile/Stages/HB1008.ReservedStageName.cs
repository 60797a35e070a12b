using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Stages;

/// <summary>A stage has a name that means something else to the builder.</summary>
internal sealed class ReservedStageName() : DockerfileRule("HB1008", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.Name is { } name && name.Value.ToLowerInvariant() is "scratch" or "context")
                yield return ReportIn(stage, stage.Name.Value.Location, stage.Name.Value.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ReservedStageName),
        Title = "Stage has a reserved name",
        MessageFormat = "'{0}' is reserved: 'scratch' is the empty image and 'context' the build context, so what refers to the stage means something else; choose another name",
        Rationale = "The builder gives 'scratch' and 'context' a meaning of their own. A stage of that name cannot be reliably built upon or copied from, and newer builders refuse it.",
        WhenToIgnore = "When the stage is the last one and nothing names it.",
        CatalogueSlugs = ["reserved-stage-name"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3063", "buildkit:ReservedStageName"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS [|context|]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS sources\n")],
    };
}
