using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A semicolon goes on to the next command whether or not the one before has failed.</summary>
internal sealed class SemicolonMasksFailure() : ShellScriptRule("HB1143", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        if (script.IsHereDocument || !script.Errors.IsEmpty || script.Interpreter!.ExitsOnError || command.Instruction.Syntax.Kind != InstructionKind.Run || script.Nodes.Any(ShellOptions.SetsErrexit))
            yield break;
        foreach (var lost in CommandLists.LostFailures(script.Body))
        {
            var separator = new TextSpan(lost.Span.End - 1, 1);
            if (model.Source.Content[separator.Start] == ';')
                yield return ShellDefect.At(separator, ";");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SemicolonMasksFailure),
        Title = "Semicolon hides the failure of the command before it",
        MessageFormat = "'{0}' goes on to the next command even when the one before it has failed; write '&&', or begin the step with 'set -e;'",
        Rationale = "The step has the result of its last command only. When an earlier one fails, the rest works on with what is missing, and the broken layer is cached and shipped.",
        WhenToIgnore = "When the command before the semicolon may fail; '|| true' says so to the next reader.",
        CatalogueSlugs = ["semicolon-masks-failure"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(390)],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet restore[|;|] dotnet publish -o /app && chown -R $APP_UID /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN dotnet restore && dotnet publish -o /app && chown -R $APP_UID /app\nUSER $APP_UID\n")],
    };
}
