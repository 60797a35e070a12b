using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>A blank line interrupts a continued instruction.</summary>
internal sealed class EmptyContinuationLine() : DockerfileRule("HB1009", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Syntax.Instructions)
        {
            var lines = instruction.EmptyContinuationLines;
            if (!lines.IsEmpty)
            {
                yield return Report(model.Source.At(lines[0]), model.Source.Substring(instruction.KeywordSpan)) with
                {
                    Related = RepeatedPlaces.AfterFirst(lines.Select(model.Source.At), "Blank line"),
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EmptyContinuationLine),
        Title = "Blank line inside a continued instruction",
        MessageFormat = "The blank line does not end the '{0}' instruction: the next line still belongs to it, and future builders will refuse the file; delete the blank line",
        Rationale = "After an escape character at the end of a line the builder skips blank lines and goes on with the same instruction. A reader sees two instructions where there is one, and the builder announces "
            + "that it will become an error.",
        WhenToIgnore = "When the blank line is written by a generator that you cannot change and the builder's version is fixed.",
        CatalogueSlugs = ["empty-continuation-line"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["buildkit:NoEmptyContinuation"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet restore && \\\n[||]\n    dotnet publish\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet restore && \\\n    # restored packages stay in this layer\n    dotnet publish\n")],
    };
}
