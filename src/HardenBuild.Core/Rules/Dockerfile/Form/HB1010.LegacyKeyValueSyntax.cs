using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>ENV or LABEL separates name and value by a blank.</summary>
internal sealed class LegacyKeyValueSyntax() : DockerfileRule("HB1010", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        // A habit of the file's author, so one finding.
        var all = Legacy(model).ToList();
        if (all.Count == 0)
            yield break;
        var (instruction, assignment) = all[0];
        yield return ReportIn(instruction.Stage, model.Source.At(assignment.Key.Span), assignment.Name, InstructionKeywords.NameOf(instruction.Syntax.Kind)) with
        {
            Related = RepeatedPlaces.AfterFirst(all.Select(one => model.Source.At(one.Assignment.Key.Span)), "Written so too"),
        };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(LegacyKeyValueSyntax),
        Title = "Name and value are separated by a blank",
        MessageFormat = "'{0}' and its value are separated by a blank, so the rest of the line is one value and a second pair would vanish in it; write '{1} {0}=\"...\"'",
        Rationale = "Without an equals sign everything after the name is the value, further pairs included. The form is kept for old files only, and the reference advises against it.",
        WhenToIgnore = "When the value holds so many quotes that the old form is the only readable one.",
        CatalogueSlugs = ["legacy-key-value-syntax"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["buildkit:LegacyKeyValueFormat"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV [|ASPNETCORE_HTTP_PORTS|] 8080\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ASPNETCORE_HTTP_PORTS=8080\nUSER $APP_UID\n")],
        ComparedWith = "ARG is not reported: 'ARG A B' declares two arguments.",
    };

    private static IEnumerable<(StageInstruction Instruction, Assignment Assignment)> Legacy(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            // A value that begins with an equals sign is a mistake of its own.
            if (instruction.Syntax is AssignmentInstruction { Assignments: [{ IsLegacy: true, Value: { } value } assignment] } && !SpacedEquals.BeginsValue(value))
                yield return (instruction, assignment);
        }
    }
}
