using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>A stage has several ENTRYPOINT instructions.</summary>
internal sealed class MultipleEntrypoint() : DockerfileRule("HB1021", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var (stage, overridden, last) in OverriddenInstructions.Of(model, InstructionKind.Entrypoint))
        {
            yield return ReportIn(stage, model.Source.At(overridden.KeywordSpan), model.Source.Substring(overridden.KeywordSpan)) with
            {
                Related = [new RelatedLocation(model.Source.At(last.KeywordSpan), "Only this one counts")],
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(MultipleEntrypoint),
        Title = "Stage has more than one ENTRYPOINT",
        MessageFormat = "This '{0}' has no effect, only the last one of the stage counts; remove it, or join the commands in one",
        Rationale = "An image has one ENTRYPOINT: every further one replaces it without a word. Whoever wrote the first expected it to run.",
        WhenToIgnore = "Never: an instruction without effect can always be removed.",
        CatalogueSlugs = ["multiple-entrypoint"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL4004", "trivy:DS-0007", "kics:multiple_entrypoint_instructions_listed", "buildkit:MultipleInstructionsDisallowed", "semgrep:multiple-entrypoint-instructions"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n[|ENTRYPOINT|] [\"dotnet\", \"Migrate.dll\"]\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"Web.dll\"]\n")],
        ComparedWith = "Counted per stage: overriding the entry point of a parent stage or base image is normal.",
    };
}
