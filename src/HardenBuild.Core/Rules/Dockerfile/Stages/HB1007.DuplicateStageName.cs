using HardenBuild.Model.Docker;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Stages;

/// <summary>Two stages have the same name.</summary>
internal sealed class DuplicateStageName() : DockerfileRule("HB1007", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var first = new Dictionary<string, SourceLocation>(StringComparer.OrdinalIgnoreCase);
        foreach (var stage in model.Stages)
        {
            if (stage.Name is not { } name)
                continue;
            if (first.TryGetValue(name.Value, out var earlier))
                yield return ReportIn(stage, name.Location, name.Value) with { Related = [new RelatedLocation(earlier, "The name is first given here")] };
            else
                first.Add(name.Value, name.Location);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DuplicateStageName),
        Title = "Two stages have the same name",
        MessageFormat = "'{0}' is already the name of an earlier stage, so '--from' and '--target' reach only one of the two; give each stage its own name",
        Rationale = "A name that two stages carry means the one that came last before the place that uses it, and '--target' takes another one than a reader expects. What ends up in the image then depends on the order of stages.",
        WhenToIgnore = "Never: one of the two can always be renamed.",
        CatalogueSlugs = ["duplicate-stage-name"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases =
        [
            "hadolint:DL3024", "trivy:DS-0012", "checkov:CKV_DOCKER_11", "kics:same_alias_in_different_froms", "kics:aliase_names_must_be_unique", "buildkit:DuplicateStageName",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS app\nRUN dotnet publish -o /out\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0 AS [|app|]\nCOPY --from=app /out /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet publish -o /out\n\nFROM mcr.microsoft.com/dotnet/aspnet:10.0 AS app\nCOPY --from=build /out /app\nUSER $APP_UID\n")],
        ComparedWith = "Names are compared without case and read from the parsed FROM, so '--platform' and names of images do not confuse the rule.",
    };
}
