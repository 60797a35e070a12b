using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.GoTemplate;

internal static class TemplateParsing
{
    public const string Name = "c/templates/p.yaml";

    private static readonly HashSet<string> Functions = ["print", "printf", "len", "index", "dict", "list", "include", "upper", "eq", "and", "or", "not"];

    public static GoTemplateFile Parse(string text) => GoTemplateParser.Parse(SourceText.From(Name, text), Name, Functions.Contains);

    public static IEnumerable<GoTemplateNode> Children(GoTemplateNode node) => node switch
    {
        ListNode list => list.Items,
        ActionNode action => [action.Pipeline],
        BranchNode branch => branch.ElseBody is null ? [branch.Pipeline, branch.Body] : [branch.Pipeline, branch.Body, branch.ElseBody],
        TemplateNode { Pipeline: { } pipeline } => [pipeline],
        PipelineNode pipeline => [.. pipeline.Variables, .. pipeline.Commands],
        CommandNode command => command.Words,
        ChainNode chain => [chain.Operand],
        _ => [],
    };

    public static IEnumerable<GoTemplateNode> All(GoTemplateNode node) => Children(node).SelectMany(All).Prepend(node);
}
