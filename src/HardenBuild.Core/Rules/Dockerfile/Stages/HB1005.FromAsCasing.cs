using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Form;

namespace HardenBuild.Rules.Dockerfile.Stages;

/// <summary>AS is not written in the case of its FROM.</summary>
internal sealed class FromAsCasing() : DockerfileRule("HB1005", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.From is not { AsKeyword: { } keyword } from)
                continue;

            // A keyword in mixed case is itself the oddity.
            var wanted = LetterCases.Of(model.Source.Substring(from.KeywordSpan));
            if (wanted != LetterCase.Mixed && LetterCases.Of(keyword.Value) != wanted)
                yield return ReportIn(stage, model.Source.At(keyword.Span), keyword.Value, model.Source.Substring(from.KeywordSpan), LetterCases.Change(keyword.Value, wanted));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(FromAsCasing),
        Title = "AS is not written in the case of FROM",
        MessageFormat = "'{0}' is not written in the case of '{1}', which makes the stage's name harder to see; write '{2}'",
        Rationale = "FROM and AS are two keywords of one instruction. Written alike they frame the image and set it apart from the stage's name.",
        WhenToIgnore = "When the team writes keywords as it likes; builders do not distinguish case.",
        CatalogueSlugs = ["from-as-casing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["buildkit:FromAsCasing"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 [|as|] build\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\n")],
    };
}
