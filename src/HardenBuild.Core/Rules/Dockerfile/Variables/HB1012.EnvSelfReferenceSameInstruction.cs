using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Variables;

/// <summary>A pair of ENV uses a variable that another pair of the same instruction sets.</summary>
internal sealed class EnvSelfReferenceSameInstruction() : DockerfileRule("HB1012", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not EnvInstruction { Assignments.Length: > 1 } env)
                continue;
            var references = References(model, instruction, env).ToList();
            if (references.Count > 0)
            {
                yield return ReportIn(instruction.Stage, references[0], model.Source.Substring(references[0].Span)) with
                {
                    Related = RepeatedPlaces.AfterFirst(references, "Sees the old value too"),
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EnvSelfReferenceSameInstruction),
        Title = "ENV uses a variable that the same instruction sets",
        MessageFormat = "'{0}' has the value from before this ENV, not the one that the same instruction sets; set the variable in an ENV of its own above",
        Rationale = "All pairs of one ENV are evaluated with the variables that were in force before it. A variable that the same instruction introduces is still empty there.",
        WhenToIgnore = "When the base image sets the variable and its old value is meant.",
        CatalogueSlugs = ["env-self-reference-same-instruction"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:DL3044"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV APP_HOME=/app APP_DATA=[|$APP_HOME|]/data\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV APP_HOME=/app\nENV APP_DATA=$APP_HOME/data\nUSER $APP_UID\n")],
        ComparedWith = "A variable that is set earlier in the stage, in a parent stage or by a known base image has a value and is accepted, unless the instruction sets it twice.",
    };

    private static IEnumerable<SourceLocation> References(DockerfileModel model, StageInstruction instruction, EnvInstruction env)
    {
        var counts = env.Assignments.GroupBy(assignment => assignment.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        foreach (var assignment in env.Assignments)
        {
            foreach (var reference in model.Expand(assignment.Value!, instruction.State).References)
            {
                if (!counts.TryGetValue(reference.Name, out var count))
                    continue;
                var isSet = reference.Name == "PATH" || instruction.State.Variables.FindVariable(reference.Name) is not null;
                if (count > 1 || (reference.Name != assignment.Name && !isSet))
                    yield return model.Source.At(reference.Span);
            }
        }
    }
}
