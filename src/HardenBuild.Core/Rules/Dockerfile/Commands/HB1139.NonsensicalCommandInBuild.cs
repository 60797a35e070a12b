using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Commands;

/// <summary>A build runs a command that is for people or running systems.</summary>
internal sealed class NonsensicalCommandInBuild() : DockerfileRule("HB1139", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            foreach (var invocation in command.Invocations)
            {
                if (invocation.Name is { } name && IsForPeople(command, invocation, name))
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(invocation.NameWord.Span), name);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NonsensicalCommandInBuild),
        Title = "A command makes no sense in a build",
        MessageFormat = "'{0}' acts on a running system or asks a person, and a build has neither: its effect ends with this RUN; remove it, or do it when the container starts",
        Rationale = "Only files survive a RUN. Services that are started, mounts and changed interfaces are gone in the next step, and programs for a terminal wait for someone who is not there.",
        WhenToIgnore = "When a service must run during one step, for example a database that is filled with data.",
        CatalogueSlugs = ["nonsensical-command-in-build"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:DL3001", "kics:run_utilities_and_posix_commands", "semgrep:nonsensical-command"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN [|service|] cron start\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN mkdir -p /var/spool/app\nUSER $APP_UID\n")],
        ComparedWith = "Only commands count, not packages, texts or flags. 'kill' of a process that the same RUN has started, 'systemctl enable' and its kin, which only write files, 'ssh' with an SSH mount, and 'mount' with '--security=insecure' are accepted.",
    };

    private static bool IsForPeople(StageCommand command, Invocation invocation, string name) => name switch
    {
        "vim" or "nano" or "shutdown" or "service" or "ps" or "free" or "top" or "ifconfig" or "reboot" => !IsQuestion(invocation),
        "ssh" => !IsQuestion(invocation) && !invocation.HasShortFlag('V') && !command.Instruction.Syntax.Flags.Any(flag => flag.Mount is { Type: "ssh" or "secret" }),
        "mount" => !IsQuestion(invocation) && command.Instruction.Syntax.FindFlag("security") is null,
        "kill" => !invocation.Operands.IsEmpty && invocation.Words.All(word => word.Value is not null) && !command.Scripts.Any(StartsInBackground),
        "systemctl" => !IsQuestion(invocation) && invocation.FindOption("--root", "--global") is null
            && invocation.Operands.FirstOrDefault()?.Value is not (null or "enable" or "disable" or "mask" or "unmask" or "preset" or "preset-all" or "set-default" or "link" or "is-enabled"),
        _ => false,
    };

    private static bool IsQuestion(Invocation invocation) => invocation.FindOption("--version", "--help") is not null;

    private static bool StartsInBackground(ShellScript script) => ShellWalk.Below<ShellListItem>(script).Any(item => item.Operator == ListOperator.Background);
}
