using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Variables;

/// <summary>The builder expands a variable that nothing sets.</summary>
internal sealed class UndefinedVariable() : DockerfileRule("HB1013", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var globals = model.GlobalVariables.Arguments;
        var undefined = VariableUses.Undeclared(model).Where(use => BaseEnvironment.LacksForSure(use.Instruction.Stage, use.Reference.Name) && !globals.ContainsKey(use.Reference.Name));
        foreach (var sameName in undefined.GroupBy(use => (use.Instruction.Stage, use.Reference.Name)))
        {
            var places = sameName.Select(use => model.Source.At(use.Reference.Span)).ToList();
            yield return ReportIn(sameName.Key.Stage, places[0], model.Source.Substring(places[0].Span), sameName.Key.Name) with
            {
                Related = RepeatedPlaces.AfterFirst(places, "Used here too"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(UndefinedVariable),
        Title = "Variable is not defined",
        MessageFormat = "'{0}' is set by no ARG or ENV above and not by the base image, so nothing stands in its place; correct the name, or declare 'ARG {1}'",
        Rationale = "The builder replaces an unknown variable by nothing and goes on. Paths then point elsewhere, PATH gets an empty entry, and USER or COPY fail far away from the cause.",
        WhenToIgnore = "When the variable is set by a base image that was changed locally under the same name.",
        CatalogueSlugs = ["undefined-variable"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["buildkit:UndefinedVar", "sonar:S6579"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nARG APP_DIR=/app\nCOPY publish [|$APP_DRI|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nARG APP_DIR=/app\nCOPY publish $APP_DIR\nUSER $APP_UID\n")],
        ComparedWith = "BuildKit reads the variables of the base image from the registry. Here .NET images, distributions and 'scratch' are known; upon any other image the rule is silent. What RUN, CMD and ENTRYPOINT hold is expanded by the shell.",
    };
}
