using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Stages;

/// <summary>ONBUILD holds an instruction that cannot be a trigger.</summary>
internal sealed class OnbuildForbiddenInstruction() : DockerfileRule("HB1002", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction is { IsTrigger: true, Syntax: { Kind: InstructionKind.Onbuild or InstructionKind.From or InstructionKind.Maintainer } trigger })
                yield return ReportIn(instruction.Stage, model.Source.At(trigger.KeywordSpan), model.Source.Substring(trigger.KeywordSpan));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(OnbuildForbiddenInstruction),
        Title = "ONBUILD holds an instruction that cannot be deferred",
        MessageFormat = "'{0}' is not allowed after ONBUILD, so the builder refuses the file; move it out of the trigger or remove it",
        Rationale = "A trigger runs in the build of another image, right after its FROM. A second FROM, a trigger that sets a trigger, and the deprecated author field have no meaning there, "
            + "and the builder stops.",
        WhenToIgnore = "Never with Docker's own builder; another frontend may have its own opinion.",
        CatalogueSlugs = ["onbuild-forbidden-instruction"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3043"],
        Supersedes = ["HB0002"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nONBUILD [|ONBUILD|] RUN dotnet restore\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nONBUILD RUN dotnet restore\n")],
    };
}
