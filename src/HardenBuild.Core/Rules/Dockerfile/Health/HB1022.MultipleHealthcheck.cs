using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Health;

/// <summary>A later HEALTHCHECK of the same stage replaces an earlier one.</summary>
internal sealed class MultipleHealthcheck() : DockerfileRule("HB1022", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            foreach (var same in stage.Instructions.Where(static instruction => instruction.Syntax.Kind == InstructionKind.Healthcheck).GroupBy(static instruction => instruction.IsTrigger))
            {
                var places = same.Select(instruction => model.Source.At(instruction.Syntax.KeywordSpan)).ToList();
                if (places.Count < 2)
                    continue;
                yield return ReportIn(stage, places[0], model.Source.Substring(places[0].Span)) with
                {
                    Related = [.. places.Skip(1).Take(20).Select((place, index) => new RelatedLocation(place, index == places.Count - 2 ? "This one is used" : "Replaced as well"))],
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(MultipleHealthcheck),
        Title = "HEALTHCHECK is replaced by a later one",
        MessageFormat = "This {0} has no effect, because a later one in the same stage replaces it; keep the one you mean",
        Rationale = "An image has one health check. What an earlier instruction tests is never tested, although the file reads as if it were.",
        WhenToIgnore = "There is no reason to keep it.",
        CatalogueSlugs = ["multiple-healthcheck"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3012", "trivy:DS-0023", "buildkit:MultipleInstructionsDisallowed"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\n[|HEALTHCHECK|] CMD [\"dotnet\", \"/app/Live.dll\"]\nHEALTHCHECK CMD [\"dotnet\", \"/app/Ready.dll\"]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nHEALTHCHECK CMD [\"dotnet\", \"/app/Ready.dll\"]\nUSER $APP_UID\n")],
    };
}
