using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Stages;

/// <summary>An instruction other than ARG stands before the first FROM.</summary>
internal sealed class InstructionBeforeFrom() : DockerfileRule("HB1001", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.Stages is [{ IsImplicit: true, Instructions: [var first, ..] } stage, ..])
            yield return ReportIn(stage, model.Source.At(first.Syntax.KeywordSpan), model.Source.Substring(first.Syntax.KeywordSpan));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(InstructionBeforeFrom),
        Title = "Instruction stands before the first FROM",
        MessageFormat = "'{0}' stands before any FROM, so the builder refuses the file; begin with FROM, only ARG may come before it",
        Rationale = "A build stage begins with FROM. The builder has nothing to apply an earlier instruction to and stops with an error.",
        WhenToIgnore = "When the file is a fragment that is put together with others before it is built.",
        CatalogueSlugs = ["instruction-before-from"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3061"],
        Violations = [new("Dockerfile", "[|LABEL|] team=\"web\"\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "ARG VERSION=10.0\nFROM mcr.microsoft.com/dotnet/aspnet:${VERSION}\nLABEL team=\"web\"\nUSER $APP_UID\n")],
    };
}
