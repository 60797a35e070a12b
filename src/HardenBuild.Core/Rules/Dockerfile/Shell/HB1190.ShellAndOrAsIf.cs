using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary><c>test &amp;&amp; a || b</c> runs b also when a fails.</summary>
internal sealed class ShellAndOrAsIf() : ShellScriptRule("HB1190", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        var conditions = new HashSet<ShellList>();
        foreach (var node in script.Nodes)
        {
            if (node is IfClause clause)
                conditions.Add(clause.Condition);
            else if (node is WhileCommand loop)
                conditions.Add(loop.Condition);
            if (node is not ShellList { Items: var items } list || conditions.Contains(list))
                continue;
            for (var i = 0; i + 2 < items.Length; i++)
            {
                var isFirst = i == 0 || items[i - 1].Operator is not (ListOperator.And or ListOperator.Or);
                if (isFirst && items[i].Operator == ListOperator.And && items[i + 1].Operator == ListOperator.Or
                    && IsTest(items[i].Pipeline) && !CannotFail(items[i + 1].Pipeline) && !EndsAnyway(items[i + 2].Pipeline))
                {
                    yield return ShellDefect.At(new TextSpan(Math.Max(items[i + 1].Span.Start, items[i + 1].Span.End - 2), 2));
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellAndOrAsIf),
        Title = "And-or list is used as if and else",
        MessageFormat = "What follows '||' runs also when the command after '&&' fails, not only when the test does; write 'if ...; then ...; else ...; fi'",
        Rationale = "'a && b || c' is no 'if'. When b fails, c runs as well, and the failure of b is forgotten.",
        WhenToIgnore = "When the last command is meant to run after either failure.",
        CatalogueSlugs = ["shell-and-or-as-if", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:SC2015", "hadolint:SC*", "shellcheck:SC2015"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN [ -f packages.lock.json ] && dotnet restore --locked-mode [||||] dotnet restore\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN if [ -f packages.lock.json ]; then dotnet restore --locked-mode; else dotnet restore; fi\nUSER $APP_UID\n")],
        ComparedWith = "ShellCheck reports any 'a && b || c'. Here the first command must be a test, and lists are accepted whose second command cannot fail or whose last one gives up or does nothing.",
    };

    private static bool IsTest(Pipeline pipeline) =>
        pipeline.Commands is [TestCommand] || CommandLists.ProgramOf(pipeline) is "[" or "test" or "command" or "which" or "type" or "hash" or "grep" or "getent" or "id";

    private static bool CannotFail(Pipeline pipeline) =>
        pipeline.Commands is [SimpleCommand { Words.IsEmpty: true }] || CommandLists.ProgramOf(pipeline) is "echo" or "printf" or "true" or ":" or "exit" or "return" or "export";

    private static bool EndsAnyway(Pipeline pipeline) => pipeline.Commands switch
    {
        [GroupCommand { Body.Items: [.., var last] }] => EndsAnyway(last.Pipeline),
        [SubshellCommand { Body.Items: [.., var last] }] => EndsAnyway(last.Pipeline),
        _ => CommandLists.ProgramOf(pipeline) is "true" or ":" or "false" or "exit" or "return" or "echo" or "printf" or "kill",
    };
}
