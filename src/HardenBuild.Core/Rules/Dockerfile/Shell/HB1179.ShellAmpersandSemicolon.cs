using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary><c>&amp;;</c></summary>
internal sealed class ShellAmpersandSemicolon() : ShellScriptRule("HB1179", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        if (script.Errors.IsEmpty)
            yield break;
        var content = model.Source.Content;
        foreach (var error in script.Errors)
        {
            if (error.Span.Length == 1 && content[error.Span.Start] == ';' && Before(content, error.Span) == '&')
                yield return ShellDefect.At(error.Span, "&;");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellAmpersandSemicolon),
        Title = "Semicolon after an ampersand",
        MessageFormat = "The shell refuses '{0}': '&' ends a command as ';' does; remove the semicolon",
        Rationale = "'&' and ';' both end a command, so there is an empty command between them, which the grammar of the shell does not allow.",
        WhenToIgnore = "There is no reason to keep it.",
        CatalogueSlugs = ["shell-ampersand-semicolon", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:SC1045", "hadolint:SC*", "shellcheck:SC1045"],
        Supersedes = ["HB1144"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\nCMD dotnet Worker.dll &[|;|] exec dotnet App.dll\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\nCMD dotnet Worker.dll & exec dotnet App.dll\n")],
    };

    private static char Before(string content, TextSpan span)
    {
        var at = span.Start - 1;
        while (at > 0 && content[at] is ' ' or '\t')
            at--;
        return at >= 0 ? content[at] : '\0';
    }
}
