using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>Keywords of one file are written in different case.</summary>
internal sealed class InstructionKeywordCasing() : DockerfileRule("HB1004", RuleSeverity.None, RuleSeverity.None)
{
    private const string Casing = "keyword_casing";

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var keywords = new List<(TextSpan Span, LetterCase Case)>();
        foreach (var instruction in model.Syntax.Instructions)
        {
            if (instruction.Kind != InstructionKind.Unknown)
                keywords.Add((instruction.KeywordSpan, LetterCases.Of(model.Source.Substring(instruction.KeywordSpan))));
        }

        var wanted = WantedCase(model, keywords);
        var places = keywords.Where(keyword => keyword.Case != wanted).Select(keyword => model.Source.At(keyword.Span)).ToList();
        if (places.Count == 0)
            yield break;
        var text = model.Source.Substring(places[0].Span);
        yield return Report(places[0], text, LetterCases.Change(text, wanted)) with { Related = RepeatedPlaces.AfterFirst(places, "Differs too") };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(InstructionKeywordCasing),
        Title = "Instruction keywords differ in case",
        MessageFormat = "'{0}' is not written like the other keywords of the file, which makes it easy to overlook; write '{1}'",
        Rationale = "Keywords do not distinguish case, but people find the instructions of a file by their look. One way throughout a file, capitals by custom, keeps them apart from their arguments.",
        WhenToIgnore = "When the file is put together from parts that other tools write.",
        CatalogueSlugs = ["instruction-keyword-casing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Options = [new(Casing, "consistent", "'consistent': like the majority of the file, capitals on a tie; 'upper': capitals.")],
        Aliases = ["buildkit:ConsistentInstructionCasing", "sonar:S6476"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\n[|copy|] publish /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY publish /app\nUSER $APP_UID\n")],
        ComparedWith = "The instruction after ONBUILD is not looked at, and a file is one finding with the other places attached.",
    };

    private LetterCase WantedCase(DockerfileModel model, List<(TextSpan Span, LetterCase Case)> keywords)
    {
        if (string.Equals(model.Options.Find(this, Casing), "upper", StringComparison.OrdinalIgnoreCase))
            return LetterCase.Upper;
        var lower = keywords.Count(keyword => keyword.Case == LetterCase.Lower);
        return lower > keywords.Count(keyword => keyword.Case == LetterCase.Upper) ? LetterCase.Lower : LetterCase.Upper;
    }
}
