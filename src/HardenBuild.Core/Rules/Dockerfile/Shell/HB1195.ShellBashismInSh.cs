using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>bash is written where another shell reads.</summary>
internal sealed class ShellBashismInSh() : ShellScriptRule("HB1195", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        var shell = model.PlainShells.Of(command.Instruction.Stage, script.Interpreter!);
        if (shell == PlainShell.Unknown)
            yield break;
        var bashisms = new Bashisms(shell, model.Source.Content);
        var defined = new HashSet<string>(StringComparer.Ordinal);
        var downloads = new HashSet<ShellNode>();
        foreach (var node in script.Nodes)
        {
            if (node is FunctionDefinition function)
                defined.Add(function.Name);
            else if (node is Assignment assignment)
                defined.Add(assignment.Name);
            // curl replaces braces in a URL by itself.
            else if (node is SimpleCommand { Words: [{ LiteralValue: "curl" or "find" or "awk" or "jq" or "xargs" or "sed" or "grep" }, ..] } parser)
                downloads.UnionWith(parser.Words.SelectMany(static word => word.Parts));

            if (downloads.Contains(node) || bashisms.In(node) is not { } found || IsOwn(node, defined, command.Instruction.State))
                continue;
            yield return ShellDefect.At(found.Span, found.Text, shell == PlainShell.Dash ? "dash, the 'sh' of Debian and Ubuntu," : "BusyBox, the 'sh' of Alpine,", AdviceFor(found, shell));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellBashismInSh),
        Title = "Script uses bash where the shell is not bash",
        MessageFormat = "'{0}' is bash, and {1} does not know it; {2}",
        Rationale = "Without a SHELL instruction each command is run by /bin/sh. Where that is not bash, some constructs stop the build, and others do something else in silence: "
            + "a test that never holds, a folder named '{a,b}', a command sent to the background.",
        WhenToIgnore = "When an earlier step or the base image makes /bin/sh another shell.",
        CatalogueSlugs = ["shell-bashism-in-sh", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases =
        [
            "hadolint:SC*", "hadolint:SC2039", "hadolint:SC3001", "hadolint:SC3003", "hadolint:SC3005", "hadolint:SC3006", "hadolint:SC3009", "hadolint:SC3010", "hadolint:SC3011",
            "hadolint:SC3014", "hadolint:SC3020", "hadolint:SC3024", "hadolint:SC3028", "hadolint:SC3030", "hadolint:SC3037", "hadolint:SC3039", "hadolint:SC3040", "hadolint:SC3044",
            "hadolint:SC3046", "hadolint:SC3051", "hadolint:SC3053", "hadolint:SC3054", "hadolint:SC3057", "hadolint:SC3059", "hadolint:SC3060", "shellcheck:SC2039", "shellcheck:SC3010",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN mkdir -p /app/[|{bin,data}|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nSHELL [\"/bin/bash\", \"-c\"]\nRUN mkdir -p /app/{bin,data}\nUSER $APP_UID\n")],
        ComparedWith = "ShellCheck takes every 'sh' for a shell that knows POSIX only. Here it depends on the base image: Alpine's shell knows '[[', 'source' and 'pipefail', "
            + "the 'sh' of the Red Hat family is bash, and for an unknown base image nothing is reported.",
    };

    /// <summary>A function or variable of the script, or of the stage, that only has the name of one of bash's.</summary>
    private static bool IsOwn(ShellNode node, HashSet<string> defined, StageState state) => node switch
    {
        SimpleCommand { Words: [{ LiteralValue: { } name }, ..] } => defined.Contains(name),
        ParameterExpansion { Operator: "" } expansion => expansion is { IsIndirect: false, Index: null } && (defined.Contains(expansion.Name) || state.Variables.FindVariable(expansion.Name) is not null),
        _ => false,
    };

    private static string AdviceFor(Bashism found, PlainShell shell)
    {
        var setShell = shell == PlainShell.Dash ? "set SHELL [\"/bin/bash\", \"-c\"] before it" : "install bash and set SHELL [\"/bin/bash\", \"-c\"] before it";
        return found.Instead.Length == 0 ? setShell : $"write '{found.Instead}', or {setShell}";
    }
}
