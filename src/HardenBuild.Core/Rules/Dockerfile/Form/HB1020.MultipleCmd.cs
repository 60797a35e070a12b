using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>A stage has several CMD instructions.</summary>
internal sealed class MultipleCmd() : DockerfileRule("HB1020", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var (stage, overridden, last) in OverriddenInstructions.Of(model, InstructionKind.Cmd))
        {
            yield return ReportIn(stage, model.Source.At(overridden.KeywordSpan), model.Source.Substring(overridden.KeywordSpan)) with
            {
                Related = [new RelatedLocation(model.Source.At(last.KeywordSpan), "Only this one counts")],
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(MultipleCmd),
        Title = "Stage has more than one CMD",
        MessageFormat = "This '{0}' has no effect, only the last one of the stage counts; remove it, or join the commands in one",
        Rationale = "An image has one CMD: every further one replaces it without a word. Whoever wrote the first expected it to run.",
        WhenToIgnore = "Never: an instruction without effect can always be removed.",
        CatalogueSlugs = ["multiple-cmd"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL4003", "trivy:DS-0016", "kics:multiple_cmd_instructions_listed", "buildkit:MultipleInstructionsDisallowed", "sonar:S6589"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n[|CMD|] [\"dotnet\", \"Migrate.dll\"]\nCMD [\"dotnet\", \"Web.dll\"]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\nCMD [\"dotnet\", \"Web.dll\"]\n")],
        ComparedWith = "Counted per stage: a CMD that overrides the one of a parent stage or base image is normal, and 'HEALTHCHECK CMD' and 'ONBUILD CMD' are no CMD of this image.",
    };
}
