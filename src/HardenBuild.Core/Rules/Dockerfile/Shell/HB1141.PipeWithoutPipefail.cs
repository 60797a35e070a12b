using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A command before a pipe may fail without anybody noticing.</summary>
internal sealed class PipeWithoutPipefail() : ShellScriptRule("HB1141", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        if (!script.Errors.IsEmpty || command.Instruction.Syntax.Kind != InstructionKind.Run || HasPipefail(script.Interpreter!, command, model))
            yield break;
        foreach (var pipeline in FalliblePipelines.In(script))
            yield return ShellDefect.At(pipeline.Operators[0], "|");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PipeWithoutPipefail),
        Title = "Pipe hides the failure of the command before it",
        MessageFormat = "The step succeeds even when the command before '{0}' fails; set SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"] before it (/bin/ash on Alpine), or begin a heredoc with 'set -o pipefail'",
        Rationale = "A pipeline has the result of its last command. A download that breaks off in the middle is unpacked, counted or filtered as far as it came, "
            + "and the image is built, cached and shipped with what is missing.",
        WhenToIgnore = "When the last command notices for itself that its input is incomplete, or when the command before the pipe may fail.",
        CatalogueSlugs = ["pipe-without-pipefail"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(390)],
        Aliases =
        [
            "hadolint:DL4006", "kics:shell_running_a_pipe_without_pipefail_flag", "kics:shell_pipe_without_pipefail_flag", "semgrep:set-pipefail",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN curl -fsSL https://example.com/data.json [|||] jq .version > /version\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN curl -fsSL https://example.com/data.json | jq .version > /version\nUSER $APP_UID\n")],
        ComparedWith = "hadolint and KICS report every pipe. Here a pipe is accepted when the script sets the option itself or is run by 'bash -o pipefail', when only 'echo', 'find' and other commands "
            + "that do not fail stand before it, when what reads fails on empty input ('tar -x', 'sha256sum -c', 'gpg'), and when nothing depends on its result: in a condition, before '|| true', or in a substitution whose status is lost anyway.",
    };

    /// <summary>Plain <c>sh</c> may refuse the option, and then every step fails or, worse, nobody looks.</summary>
    private static bool HasPipefail(ShellInterpreter interpreter, StageCommand command, DockerfileModel model) =>
        interpreter.HasPipefail
        && (interpreter.Name is not ("sh" or "dash") || model.PlainShells.Of(command.Instruction.Stage, interpreter) == PlainShell.BusyBox);
}
