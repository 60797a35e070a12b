using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>Blanks stand around the equals sign of an assignment.</summary>
internal sealed class SpaceBeforeEqualsInKeyValue() : DockerfileRule("HB1011", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is AssignmentInstruction { Assignments: var assignments } && FindSpaced(assignments) is { } span)
                yield return ReportIn(instruction.Stage, model.Source.At(span), model.Source.Substring(span));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SpaceBeforeEqualsInKeyValue),
        Title = "Blanks stand around the equals sign",
        MessageFormat = "In '{0}' the blank separates name and value, so the builder assigns something else than it looks like; remove the blanks around '='",
        Rationale = "The builder splits at blanks first. 'ENV A = b' sets A to the text '= b', and 'ARG A= b' gives A an empty default and declares a second argument 'b'.",
        WhenToIgnore = "When a value really begins with an equals sign; quotes make that clear.",
        CatalogueSlugs = ["space-before-equals-in-key-value"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["sonar:S6574"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV [|ASPNETCORE_HTTP_PORTS =|] 8080\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ASPNETCORE_HTTP_PORTS=8080\nUSER $APP_UID\n")],
        ComparedWith = "'ENV A= b', which the builder refuses, is a syntax error, HB0002.",
    };

    private static TextSpan? FindSpaced(ImmutableArray<Assignment> assignments)
    {
        for (var i = 0; i < assignments.Length; i++)
        {
            var (key, value, isLegacy) = assignments[i];
            if (isLegacy)
                return SpacedEquals.BeginsValue(value!) ? TextSpan.FromBounds(key.Span.Start, value!.SpanOf(0, 1).End) : null;
            if (value is { Text.Length: 0 } && i + 1 < assignments.Length && assignments[i + 1] is { Value: null, Key: var next })
                return TextSpan.FromBounds(key.Span.Start, next.Span.End);
        }

        return null;
    }
}
