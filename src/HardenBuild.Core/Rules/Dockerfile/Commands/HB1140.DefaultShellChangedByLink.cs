using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Commands;

/// <summary>A RUN replaces /bin/sh.</summary>
internal sealed class DefaultShellChangedByLink() : DockerfileRule("HB1140", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            foreach (var invocation in command.Invocations)
            {
                if (TargetOf(invocation) is { } target)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(target.Span), target.ToString());
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DefaultShellChangedByLink),
        Title = "/bin/sh is replaced by another shell",
        MessageFormat = "Replacing '{0}' changes the shell of every script in the image, also of the packages' own; use SHELL [\"/bin/bash\", \"-c\"] for the RUN instructions below",
        Rationale = "Scripts of the distribution are tested with its own /bin/sh; another shell is slower or behaves differently, and an update of the package sets the link back. SHELL changes the shell of the Dockerfile's instructions and of nothing else.",
        WhenToIgnore = "When programs in the container call /bin/sh with a script that only the other shell understands.",
        CatalogueSlugs = ["default-shell-changed-by-link"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL4005", "kics:changing_default_shell_using_run_command", "kics:change_default_shell", "semgrep:use-shell-instruction"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN ln -sf /bin/bash [|/bin/sh|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nSHELL [\"/bin/bash\", \"-c\"]\nUSER $APP_UID\n")],
        ComparedWith = "Copying or moving a shell to /bin/sh and 'dpkg-reconfigure dash' are looked at as well as links. A link that points to /bin/sh from elsewhere changes nothing.",
    };

    private static CommandWord? TargetOf(Invocation invocation)
    {
        var operands = invocation.Operands;
        return invocation.Name switch
        {
            "ln" or "mv" or "cp" or "install" when operands.Length > 1 && IsShell(operands[operands.Length - 1].Value) => operands[operands.Length - 1],
            "dpkg-reconfigure" when operands.Length > 0 && operands[operands.Length - 1].Value == "dash" => operands[operands.Length - 1],
            _ => null,
        };
    }

    private static bool IsShell(string? path) => path is "/bin/sh" or "/usr/bin/sh";
}
