using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Variables;

/// <summary>FROM uses a variable that no ARG above the first FROM declares.</summary>
internal sealed class UndefinedArgInFrom() : DockerfileRule("HB1014", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var sameName in Undeclared(model).GroupBy(use => use.Reference.Name, StringComparer.Ordinal))
        {
            var places = sameName.Select(use => model.Source.At(use.Reference.Span)).ToList();
            yield return ReportIn(sameName.First().Stage, places[0], model.Source.Substring(places[0].Span), sameName.Key) with
            {
                Related = RepeatedPlaces.AfterFirst(places, "Used here too"),
            };
        }
    }

    /// <summary>Whether a variable of FROM has a declaration, or a value from the builder.</summary>
    public static bool IsDeclared(DockerfileModel model, string name) =>
        PredefinedArguments.IsBuiltIn(name) || model.GlobalVariables.FindVariable(name) is not null;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(UndefinedArgInFrom),
        Title = "FROM uses a build argument that is not declared",
        MessageFormat = "'{0}' is declared by no ARG before the first FROM, so it is empty here, whatever '--build-arg' says; add 'ARG {1}' at the top of the file",
        Rationale = "FROM sees only arguments that are declared before the first FROM. An ARG inside a stage belongs to that stage, and '--build-arg' has no effect on an argument that is not declared.",
        WhenToIgnore = "When the name is meant to be empty unless another frontend sets it.",
        CatalogueSlugs = ["undefined-arg-in-from"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["buildkit:UndefinedArgInFrom"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:[|$DOTNET_VERSION|] AS build\n")],
        Fixed = [new("Dockerfile", "ARG DOTNET_VERSION=10.0\nFROM mcr.microsoft.com/dotnet/sdk:$DOTNET_VERSION AS build\n")],
    };

    private static IEnumerable<(DockerfileStage Stage, VariableReference Reference)> Undeclared(DockerfileModel model)
    {
        foreach (var stage in model.Stages)
        {
            if (stage.From is not { } from)
                continue;
            foreach (var word in ExpandedWords.Of(from))
            {
                foreach (var reference in model.ExpandGlobal(word).References)
                {
                    if (!VariableUses.HasFallback(reference) && !IsDeclared(model, reference.Name))
                        yield return (stage, reference);
                }
            }
        }
    }
}
