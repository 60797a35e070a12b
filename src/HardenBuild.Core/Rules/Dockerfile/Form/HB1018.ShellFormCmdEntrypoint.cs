using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>A shell stands between the container's signals and the program.</summary>
internal sealed class ShellFormCmdEntrypoint() : DockerfileRule("HB1018", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not (CmdInstruction or EntrypointInstruction)
                || instruction.Syntax is not CommandInstruction { Command: { IsExecForm: false, Script: { Length: > 0 } script } command }
                || instruction.State.Shell.Instruction is not null
                || !(instruction.IsTrigger || model.ReachesTarget(instruction.Stage))
                || ReplacesShell(script)
                || (command.MalformedJson is not null && ExecFormText.IsMeantAsArray(command.Text, canBeTest: false)))
            {
                continue;
            }

            var keyword = model.Source.Substring(instruction.Syntax.KeywordSpan).ToUpperInvariant();
            yield return ReportIn(instruction.Stage, model.Source.At(FirstWord(command.Text)), keyword, EffectIn(instruction.Stage));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellFormCmdEntrypoint),
        Title = "CMD or ENTRYPOINT is started through a shell",
        MessageFormat = "{0} is not a JSON array, so a shell runs the program{1}; write [\"program\", \"argument\"], or 'exec program' where variables are needed",
        Rationale = "In shell form process 1 is the shell, which does not pass signals on: SIGTERM never reaches the program, 'docker stop' and Kubernetes wait for the whole grace period, "
            + "then kill it in the middle of its work. An ENTRYPOINT in shell form also ignores CMD and the arguments of 'docker run'.",
        WhenToIgnore = "When the command needs the shell, for a pipe for instance, and a sudden kill does no harm. A SHELL instruction before it says that the shell is wanted.",
        CatalogueSlugs = ["shell-form-cmd-entrypoint"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases =
        [
            "hadolint:DL3025", "kics:not_using_json_in_cmd_and_entrypoint_arguments", "kics:not_using_proper_exec_form_in_cmd_and_entrypoint_arguments",
            "buildkit:JSONArgsRecommended", "semgrep:prefer-json-notation", "sonar:S7019",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\nENTRYPOINT [|dotnet|] App.dll\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"App.dll\"]\n")],
        ComparedWith = "A command that begins with 'exec' replaces the shell and is accepted, as is a stage that nothing of ends up in the image. Health checks, where shell form does no harm, have a rule of their own, HB1019.",
    };

    private static bool ReplacesShell(LogicalText script) =>
        script.Characters.TrimStart() is var text && (text.StartsWith("exec ".AsSpan(), StringComparison.Ordinal) || text.StartsWith("exec\t".AsSpan(), StringComparison.Ordinal));

    private static string EffectIn(DockerfileStage stage) =>
        stage.OperatingSystem == ContainerOperatingSystem.Windows ? "" : " and keeps SIGTERM from it";

    private static TextSpan FirstWord(LogicalText text)
    {
        var characters = text.Characters;
        var start = DockerfileCharacters.SkipBlanks(characters, 0);
        var end = DockerfileCharacters.SkipNonBlanks(characters, start);
        return text.MapToSource(TextSpan.FromBounds(start, end));
    }
}
