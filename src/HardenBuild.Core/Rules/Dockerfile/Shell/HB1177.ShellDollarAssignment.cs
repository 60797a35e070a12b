using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A dollar sign before the variable that is assigned to.</summary>
internal sealed class ShellDollarAssignment() : ShellScriptRule("HB1177", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var node in script.Nodes)
        {
            if (node is SimpleCommand { Words: [{ Parts: [ParameterExpansion { Operator: "" } target, LiteralPart { Quoting: Quoting.None, Value: ['=', ..] }, ..] }, ..] })
                yield return ShellDefect.At(ShellSpans.Within(target, 0, 1), target.Text);
            else if (node is ForCommand { Variable: "" } loop && DollarAfter(loop, model.Source.Content) is { } dollar)
                yield return ShellDefect.At(dollar, "for $");
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellDollarAssignment),
        Title = "Dollar sign before the variable that is assigned to",
        MessageFormat = "'{0}' is replaced by the variable's value before the shell looks for an assignment, so nothing is assigned; remove the '$'",
        Rationale = "'$name' is the value of a variable, not the variable. The shell looks for a program with the resulting text as its name and fails.",
        WhenToIgnore = "When the name of the variable is meant to come from another one; 'eval' or 'export' says so.",
        CatalogueSlugs = ["shell-dollar-assignment", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:SC1066", "hadolint:SC1086", "hadolint:SC*", "shellcheck:SC1066", "shellcheck:SC1086"],
        Supersedes = ["HB1144"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN [|$|]version=1.2.3 && dotnet publish -p:Version=$version\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN version=1.2.3 && dotnet publish -p:Version=$version\nUSER $APP_UID\n")],
    };

    private static TextSpan? DollarAfter(ForCommand loop, string content)
    {
        var at = loop.Span.Start + 3;
        while (at < loop.Span.End && content[at] is ' ' or '\t')
            at++;
        return at < loop.Span.End && content[at] == '$' ? new TextSpan(at, 1) : null;
    }
}
