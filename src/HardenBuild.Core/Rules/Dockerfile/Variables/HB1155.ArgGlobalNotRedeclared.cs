using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Variables;

/// <summary>A stage uses a build argument from above the first FROM without declaring it.</summary>
internal sealed class ArgGlobalNotRedeclared() : DockerfileRule("HB1155", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (model.GlobalArguments.IsEmpty)
            yield break;
        var globals = new HashSet<string>(model.GlobalArguments.SelectMany(arg => arg.Assignments).Select(assignment => assignment.Name), StringComparer.Ordinal);
        globals.RemoveWhere(PredefinedArguments.IsProxy);
        foreach (var sameName in Uses(model, globals).GroupBy(use => (use.Stage, use.Name)))
        {
            var places = sameName.Select(use => model.Source.At(use.Span)).OrderBy(place => place.Span.Start).ToList();
            yield return ReportIn(sameName.Key.Stage, places[0], model.Source.Substring(places[0].Span), sameName.Key.Name) with
            {
                Related = RepeatedPlaces.AfterFirst(places, "Used here too"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ArgGlobalNotRedeclared),
        Title = "Build argument from above FROM is not declared in the stage",
        MessageFormat = "'{0}' is empty here: an ARG before the first FROM is known to FROM lines only; add 'ARG {1}' to the stage above this line",
        Rationale = "FROM ends the scope of the arguments above it. A stage that uses one must declare it again, without a value to keep the default. Otherwise the text is empty and nobody is told.",
        WhenToIgnore = "When the base image sets a variable of the same name and that one is meant.",
        CatalogueSlugs = ["arg-global-not-redeclared"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["sonar:S6579"],
        Violations =
        [
            new("Dockerfile", "ARG CONFIGURATION=Release\nFROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet publish -c [|$CONFIGURATION|] -o /out\n"),
        ],
        Fixed =
        [
            new("Dockerfile", "ARG CONFIGURATION=Release\nFROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nARG CONFIGURATION\nRUN dotnet publish -c $CONFIGURATION -o /out\n"),
        ],
        ComparedWith = "The text of RUN is read as a shell script: variables that it sets itself, quotes that prevent expansion and fallbacks such as '${A:-b}' are understood. "
            + "Upon a base image whose variables are not known, names such as 'NODE_VERSION' are left alone: images of languages set them.",
    };

    private static IEnumerable<(DockerfileStage Stage, string Name, TextSpan Span)> Uses(DockerfileModel model, HashSet<string> globals)
    {
        foreach (var (instruction, reference) in VariableUses.Undeclared(model))
        {
            if (globals.Contains(reference.Name) && !BaseEnvironment.MaySet(instruction.Stage, reference.Name))
                yield return (instruction.Stage, reference.Name, reference.Span);
        }

        var triggered = VariableUses.TriggerDeclarations(model);
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax is not RunInstruction)
                continue;
            foreach (var expansion in ShellVariables.Taken(command))
            {
                if (globals.Contains(expansion.Name)
                    && command.Instruction.State.Variables.FindVariable(expansion.Name) is null
                    && !(command.Instruction.IsTrigger && triggered.Contains(expansion.Name))
                    && !BaseEnvironment.MaySet(command.Instruction.Stage, expansion.Name))
                {
                    yield return (command.Instruction.Stage, expansion.Name, expansion.Span);
                }
            }
        }
    }
}
