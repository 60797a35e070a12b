using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A heredoc of several commands goes on after one of them fails.</summary>
internal sealed class HeredocWithoutErrexit() : ShellScriptRule("HB1142", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        if (!script.IsHereDocument || !script.Errors.IsEmpty || script.Interpreter!.ExitsOnError || command.Instruction.Syntax is not RunInstruction run || script.Nodes.Any(ShellOptions.SetsErrexit))
            yield break;
        foreach (var lost in CommandLists.LostFailures(script.Body))
        {
            if (MarkerOf(run, script) is { } marker)
                yield return ShellDefect.At(marker, model.Source.Substring(marker), CommandLists.ProgramOf(lost.Pipeline) ?? "a command");
            yield break;
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HeredocWithoutErrexit),
        Title = "Heredoc goes on after a command has failed",
        MessageFormat = "The commands of '{0}' are run one after the other whether or not '{1}' fails, and only the last one decides about the step; make 'set -e' its first line",
        Rationale = "A heredoc is handed to the shell as a script, and a script does not stop at the first failure. The step succeeds when the last command does, "
            + "so a failed download, restore or build ends up as an image with something missing.",
        WhenToIgnore = "When the script handles each failure by itself.",
        CatalogueSlugs = ["heredoc-without-errexit"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(390)],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN [|<<EOF|]\ndotnet restore\ndotnet publish -o /app\nchown -R $APP_UID /app\nEOF\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN <<EOF\nset -e\ndotnet restore\ndotnet publish -o /app\nchown -R $APP_UID /app\nEOF\nUSER $APP_UID\n")],
        ComparedWith = "No peer looks into heredocs for this; users of hadolint have asked for it.",
    };

    private static TextSpan? MarkerOf(RunInstruction run, ShellScript script)
    {
        foreach (var heredoc in run.Heredocs)
        {
            if (script.Span.Start >= heredoc.BodySpan.Start && script.Span.Start <= heredoc.BodySpan.End)
                return heredoc.MarkerSpan;
        }

        return null;
    }
}
