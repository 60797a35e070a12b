using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Form;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A script that the shell cannot parse.</summary>
internal sealed class ShellScriptDefect() : ShellScriptRule("HB1144", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        // An array that is not JSON is text only by mistake, and a rule of its own says so.
        if (script.Errors.IsEmpty || ExecFormText.IsMalformedIn(command.Instruction.Syntax))
            yield break;
        // What follows the first error is mostly its consequence.
        var error = script.Errors[0];
        if (!MisplacedWords.Explain(script, error.Message) && error != script.LimitError)
            yield return ShellDefect.At(error.Span, error.Message);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellScriptDefect),
        Title = "Shell script cannot be parsed",
        MessageFormat = "{0}, so the shell refuses the script; correct it",
        Rationale = "A shell reads a command to its end before it runs it. A quote that is not closed swallows the rest of the step, and in CMD or HEALTHCHECK nobody notices before the container starts.",
        WhenToIgnore = "When the script is written for a shell with a syntax of its own that this rule takes for bash.",
        CatalogueSlugs = [DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases =
        [
            "hadolint:SC*", "hadolint:SC1072", "hadolint:SC1073", "hadolint:SC1078", "shellcheck:SC1009", "shellcheck:SC1036", "shellcheck:SC1046", "shellcheck:SC1047", "shellcheck:SC1049",
            "shellcheck:SC1050", "shellcheck:SC1056", "shellcheck:SC1058", "shellcheck:SC1061", "shellcheck:SC1062", "shellcheck:SC1070", "shellcheck:SC1072", "shellcheck:SC1073",
            "shellcheck:SC1078", "shellcheck:SC1088", "shellcheck:SC1089",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN echo [|\"|]Built for $APP_UID > /about.txt\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN echo \"Built for $APP_UID\" > /about.txt\nUSER $APP_UID\n")],
        ComparedWith = "hadolint passes each RUN to ShellCheck, which reports such a script under several numbers at once. Here it is one finding at the token that is left open.",
    };
}
