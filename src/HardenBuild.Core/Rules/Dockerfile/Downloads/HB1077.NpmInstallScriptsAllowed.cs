using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Verification;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Downloads;

/// <summary>Packages for Node.js may run scripts while they are installed.</summary>
internal sealed class NpmInstallScriptsAllowed() : DockerfileRule("HB1077", RuleSeverity.None, RuleSeverity.None)
{
    // npm reads the name in any case; these are the two that people write.
    private static readonly string[] Names = ["NPM_CONFIG_IGNORE_SCRIPTS", "npm_config_ignore_scripts"];

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run || IsSwitchedOff(command))
                continue;
            foreach (var program in command.Invocations)
            {
                if (Installs(program) && !Ignores(program))
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(TextSpan.FromBounds(program.NameWord.Span.Start, CommandEnd(program))), program.Name ?? "");
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NpmInstallScriptsAllowed),
        Title = "Installed packages may run scripts",
        MessageFormat = "'{0}' runs the install scripts of every package it fetches, also of those that nobody chose; add '--ignore-scripts' and run 'npm rebuild' for the packages that need it",
        Rationale = "Install scripts are how most attacks on the npm registry spread: a taken-over package runs its code on the build machine before anyone imports it.",
        WhenToIgnore = "When packages with native parts are needed and the lock file is reviewed.",
        CatalogueSlugs = ["npm-install-scripts-allowed"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(506), RuleReference.OwaspDocker("D08")],
        Aliases = ["sonar:S6505"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN [|npm ci|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN npm ci --ignore-scripts\nUSER $APP_UID\n")],
        ComparedWith = "Off by default, because packages with native parts do not work without their scripts.",
    };

    private static bool Installs(Invocation program) => program.Name switch
    {
        "npm" => program.Subcommand is "ci" or "install" or "i" or "add" or "install-ci-test" or "clean-install",
        "pnpm" => program.Subcommand is "install" or "i" or "add",
        "yarn" => program.Subcommand is null or "install" or "add" && program.FindOption("-v", "--version", "--help") is null,
        _ => false,
    };

    private static bool Ignores(Invocation program) =>
        (program.FindOption("--ignore-scripts") is { } option && !SwitchWords.IsOff(option.Value))
        || program.Environment.Any(variable => Names.Contains(variable.Name) && SwitchWords.IsOn(variable.Value));

    private static bool IsSwitchedOff(StageCommand command) =>
        Names.Any(name => SwitchWords.IsOn(command.Instruction.State.Variables.Find(name).Text?.Text))
        || command.Invocations.Any(invocation =>
            (invocation.Is("npm") && invocation.Subcommand == "rebuild")
            || (invocation.Subcommand is "config" or "set" && invocation.Operands.Any(operand => operand.Prefix.StartsWith("ignore-scripts", StringComparison.Ordinal))));

    private static int CommandEnd(Invocation program) =>
        program.Words.FirstOrDefault(word => word.Value is not null && word.Value == program.Subcommand)?.Span.End ?? program.NameWord.Span.End;
}
