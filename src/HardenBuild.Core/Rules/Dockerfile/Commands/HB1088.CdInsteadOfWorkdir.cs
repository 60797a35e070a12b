using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Commands;

/// <summary>A RUN changes the folder for all of its commands.</summary>
internal sealed class CdInsteadOfWorkdir() : DockerfileRule("HB1088", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax is RunInstruction { Command.IsExecForm: false, Heredocs.IsEmpty: true } && command.Scripts is [var script, ..] && FindChange(command, script.Body) is { } change)
                yield return ReportIn(command.Instruction.Stage, model.Source.At(change.NameWord.Span), change.Operands[0].ToString());
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CdInsteadOfWorkdir),
        Title = "cd is used where WORKDIR would do",
        MessageFormat = "'cd {0}' holds for this RUN only and is easily missed in a long line; set the folder by WORKDIR",
        Rationale = "The next instruction starts in the old folder again, which surprises readers, and a RUN that only changes the folder does nothing at all. WORKDIR also creates the folder and holds for COPY and CMD.",
        WhenToIgnore = "When the folder is needed for one step and WORKDIR would have to be set back afterwards.",
        CatalogueSlugs = ["cd-instead-of-workdir"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases =
        [
            "hadolint:DL3003", "trivy:DS-0013", "kics:run_command_cd_instead_of_workdir", "kics:run_cd_instead_of_workdir", "semgrep:use-workdir",
            "sonar:S6597",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN [|cd|] /src && dotnet publish -c Release -o /app\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src\nRUN dotnet publish -c Release -o /app\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app /app\nUSER $APP_UID\n")],
        ComparedWith = "hadolint and trivy report every cd. Here it is one that the whole RUN depends on, because it comes first and is the only one, or one that nothing depends on, because it comes last. Temporary folders, subshells and heredocs are left alone.",
    };

    private static Invocation? FindChange(StageCommand command, ShellList body)
    {
        if (body.Items.IsEmpty)
            return null;
        var last = ChangeOf(body.Items[body.Items.Length - 1]);
        if (last is not null && IsWorkdir(command, last))
            return last;
        return ChangeOf(body.Items[0]) is { } first && IsWorkdir(command, first) && command.Invocations.Count(invocation => invocation.Name is "cd" or "pushd") == 1 ? first : null;
    }

    private static Invocation? ChangeOf(ShellListItem item) =>
        item is { Operator: not ListOperator.Or and not ListOperator.Background, Pipeline: { IsNegated: false, Commands: [SimpleCommand only] } }
        && Invocation.From(only) is { Name: "cd", Operands.Length: 1 } change ? change : null;

    /// <summary>Whether WORKDIR could name the folder: it is written out, or given by variables of the Dockerfile.</summary>
    private static bool IsWorkdir(StageCommand command, Invocation change)
    {
        var folder = change.Operands[0];
        if (folder.Prefix is "-" or "/tmp" or "/var/tmp" || folder.Prefix.StartsWith("/tmp/", StringComparison.Ordinal) || folder.Prefix.StartsWith("/var/tmp/", StringComparison.Ordinal))
            return false;
        return folder.Value is not null || (folder.Syntax is { } word && !ShellWalk.Below<CommandSubstitution>(word).Any()
            && ShellWalk.Below<ParameterExpansion>(word).All(variable => command.Instruction.State.Variables.FindVariable(variable.Name) is not null));
    }
}
