using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>Goes through all nodes of a template file, those of branches that would not run among them.</summary>
internal static class TemplateWalk
{
    /// <summary>Every node, each before what it holds, in the order of the text within what the file prints and within each definition.</summary>
    public static IEnumerable<GoTemplateNode> Nodes(GoTemplateFile file)
    {
        foreach (var node in Nodes(file.Main.Body))
            yield return node;
        foreach (var definition in file.Definitions)
        {
            foreach (var node in Nodes(definition.Body))
                yield return node;
        }
    }

    /// <summary>A node and all that it holds.</summary>
    public static IEnumerable<GoTemplateNode> Nodes(GoTemplateNode root)
    {
        // Not recursive: templates nest as deep as the parser allows.
        var open = new Stack<GoTemplateNode>();
        open.Push(root);
        while (open.Count > 0)
        {
            var node = open.Pop();
            yield return node;
            switch (node)
            {
                case ListNode list:
                    Push(open, list.Items);
                    break;
                case ActionNode action:
                    open.Push(action.Pipeline);
                    break;
                case BranchNode branch:
                    if (branch.ElseBody is not null)
                        open.Push(branch.ElseBody);
                    open.Push(branch.Body);
                    open.Push(branch.Pipeline);
                    break;
                case PipelineNode pipeline:
                    Push(open, pipeline.Commands);
                    Push(open, pipeline.Variables);
                    break;
                case CommandNode command:
                    Push(open, command.Words);
                    break;
                case ChainNode chain:
                    open.Push(chain.Operand);
                    break;
                case TemplateNode { Pipeline: { } argument }:
                    open.Push(argument);
                    break;
            }
        }
    }

    private static void Push(Stack<GoTemplateNode> open, GoTemplateNode[] nodes)
    {
        for (var i = nodes.Length - 1; i >= 0; i--)
            open.Push(nodes[i]);
    }
}
