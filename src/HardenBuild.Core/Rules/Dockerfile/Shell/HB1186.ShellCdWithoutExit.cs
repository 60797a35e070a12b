using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>What follows a failed <c>cd</c> runs in the wrong folder.</summary>
internal sealed class ShellCdWithoutExit() : ShellScriptRule("HB1186", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        if (script.Interpreter!.ExitsOnError || script.Nodes.Any(ShellOptions.SetsErrexit))
            yield break;
        var conditions = new HashSet<ShellList>();
        foreach (var node in script.Nodes)
        {
            if (node is IfClause clause)
                conditions.Add(clause.Condition);
            else if (node is WhileCommand loop)
                conditions.Add(loop.Condition);
            else if (node is ShellList list && !conditions.Contains(list))
            {
                for (var i = 0; i < list.Items.Length - 1; i++)
                {
                    if (list.Items[i].Operator == ListOperator.Sequence && CommandLists.OnlyCommand(list.Items[i].Pipeline) is { Words: [var name, ..] words } && IsRisky(name, words))
                        yield return ShellDefect.At(name.Span, words.Length > 1 ? words[1].Text : name.Text);
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellCdWithoutExit),
        Title = "Script goes on in the wrong folder when cd fails",
        MessageFormat = "When 'cd' to '{0}' fails, the commands after it run in the folder before; join them with '&&', or begin the script with 'set -e'",
        Rationale = "A 'rm -rf *' or a build that was meant for another folder does its work where the script happens to be, and the step still succeeds.",
        WhenToIgnore = "When the folder exists for sure.",
        CatalogueSlugs = ["shell-cd-without-exit", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(390)],
        Aliases = ["hadolint:SC2164", "hadolint:SC*", "shellcheck:SC2164", "shellcheck:SC2103"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN [|cd|] src; dotnet publish -o /app\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN cd src && dotnet publish -o /app\nUSER $APP_UID\n")],
        ComparedWith = "A 'cd' to a folder that every Linux image has, such as '/' and '/tmp', is accepted.",
    };

    private static bool IsRisky(ShellWord name, System.Collections.Immutable.ImmutableArray<ShellWord> words) =>
        name.LiteralValue is "cd" or "pushd"
        && words is [_, { } target, ..]
        && target.LiteralValue is not ("/" or "/tmp" or "/root" or "/opt" or "/usr" or "/etc" or "/var" or "/home" or "/usr/local" or "/usr/src" or "/usr/bin" or "/usr/local/bin" or "/var/lib" or "~" or "." or ".." or "-");
}
