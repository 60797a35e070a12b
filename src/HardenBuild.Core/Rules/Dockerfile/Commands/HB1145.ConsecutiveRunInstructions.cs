using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Commands;

/// <summary>Two RUN follow one another with one command each.</summary>
internal sealed class ConsecutiveRunInstructions() : DockerfileRule("HB1145", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var layers = new TargetLayers(model);
        var commands = model.Commands.Where(command => command.Instruction.Syntax.Kind == InstructionKind.Run).ToDictionary(command => command.Instruction);
        StageInstruction? previous = null;
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax.Kind == InstructionKind.Onbuild)
                continue;
            if (previous is not null && layers.Hold(instruction) && CanJoin(commands, previous, instruction))
            {
                yield return ReportIn(instruction.Stage, model.Source.At(instruction.Syntax.KeywordSpan)) with
                {
                    Related = [new RelatedLocation(model.Source.At(previous.Syntax.KeywordSpan), "It could be joined with this one")],
                };
            }

            previous = instruction;
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ConsecutiveRunInstructions),
        Title = "Consecutive RUN instructions could be one",
        MessageFormat = "This RUN follows another with nothing in between, so the image gets a layer more than it needs; join the two with '&&'",
        Rationale = "Each RUN is a layer, and what one layer adds a later one cannot take away. Steps that belong together are better cached and cleaned up together.",
        WhenToIgnore = "When the steps are kept apart so that the cache can keep the first while the second changes.",
        CatalogueSlugs = ["consecutive-run-instructions"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        Aliases = ["hadolint:DL3059", "sonar:S7031"],
        Related = ["kics:multiple_run_add_copy_instructions_listed"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN groupadd app\n[|RUN|] useradd -g app app\nUSER app\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN groupadd app \\\n    && useradd -g app app\nUSER app\n")],
        ComparedWith = "Only instructions of one command each and with the same flags, in stages that the target is built upon, count. KICS also reports adjacent COPY and ADD.",
    };

    private static bool CanJoin(Dictionary<StageInstruction, StageCommand> commands, StageInstruction first, StageInstruction second) =>
        ReferenceEquals(first.Stage, second.Stage)
        && first.IsTrigger == second.IsTrigger
        && commands.TryGetValue(first, out var one)
        && commands.TryGetValue(second, out var other)
        && IsSingle(one)
        && IsSingle(other)
        && first.Syntax.Flags.Select(flag => flag.ToString()).SequenceEqual(second.Syntax.Flags.Select(flag => flag.ToString()), StringComparer.Ordinal);

    private static bool IsSingle(StageCommand command) => command.Instruction.Syntax.Heredocs.IsEmpty && command.Invocations.Length == 1;
}
