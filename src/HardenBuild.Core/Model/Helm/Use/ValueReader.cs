using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Model.Helm.Use;

/// <summary>Collects what templates read of the values, from all branches.</summary>
internal sealed class ValueReader
{
    // Of what these take, a part may be absent.
    private static readonly HashSet<string> Testing = new(
        ["default", "required", "coalesce", "ternary", "empty", "hasKey", "dig", "get", "index", "kindIs", "kindOf", "typeIs", "typeOf", "not", "and", "or", "eq", "ne", "lt", "le", "gt", "ge", "len", "has", "contains", "fail", "pluck", "merge", "mergeOverwrite", "mustMerge", "mustMergeOverwrite", "concat", "include", "tpl", "dict", "list", "set"],
        StringComparer.Ordinal);

    public List<ValueRead> Reads { get; } = [];

    /// <summary>Something takes the values as a whole, so that any of them may be read.</summary>
    public bool IsOpen { get; private set; }

    public void Add(GoTemplateFile file)
    {
        try
        {
            Walk(file.Main.Body, file.Source, [], isTested: false);
            foreach (var definition in file.Definitions)
                Walk(definition.Body, file.Source, [], isTested: false);
        }
        catch (InsufficientExecutionStackException)
        {
            // Nested so deep that nobody can say what it reads.
            IsOpen = true;
        }
    }

    private void Walk(GoTemplateNode node, SourceText source, ImmutableArray<string> guards, bool isTested)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case ListNode list:
                foreach (var item in list.Items)
                    Walk(item, source, guards, isTested: false);
                break;
            case ActionNode action:
                Walk(action.Pipeline, source, guards, isTested);
                break;
            case TemplateNode { Pipeline: { } argument }:
                Walk(argument, source, guards, isTested: true);
                break;
            case BranchNode branch:
                Walk(branch.Pipeline, source, guards, isTested: true);
                var inner = guards.AddRange(TemplateWalk.Nodes(branch.Pipeline).Select(static part => PathOf(part)).Where(static path => path is { IsDefaultOrEmpty: false }).Select(static path => path!.Value[0]));
                Walk(branch.Body, source, inner, isTested: false);
                if (branch.ElseBody is not null)
                    Walk(branch.ElseBody, source, inner, isTested: false);
                break;
            case PipelineNode pipeline:
                var tests = isTested || pipeline.Commands.Any(static command => command.Words[0] is FunctionNode function && Testing.Contains(function.Name)) || pipeline.Variables.Length > 0;
                foreach (var command in pipeline.Commands)
                    Walk(command, source, guards, tests);
                break;
            case CommandNode command:
                Command(command, source, guards, isTested);
                break;
            case ChainNode chain:
                if (PathOf(chain) is { } ofChain)
                    Add(ofChain, chain, source, guards, isTested: true);
                Walk(chain.Operand, source, guards, isTested: true);
                break;
            case FieldNode or VariableNode when PathOf(node) is { } path:
                Add(path, node, source, guards, isTested);
                break;
        }
    }

    private void Command(CommandNode command, SourceText source, ImmutableArray<string> guards, bool isTested)
    {
        var taken = Indexed(command, source, guards);
        foreach (var word in command.Words)
        {
            if (word != taken)
                Walk(word, source, guards, isTested || command.Words.Length > 1 && command.Words[0] is FieldNode or VariableNode);
        }
    }

    /// <summary>Reads <c>index .Values "a" "b"</c> and the like.</summary>
    /// <returns>The map that it looks into, which is not read as a whole then; null where it is something else.</returns>
    private GoTemplateNode? Indexed(CommandNode command, SourceText source, ImmutableArray<string> guards)
    {
        var words = command.Words;
        if (words[0] is not FunctionNode function || words.Length < 3)
            return null;
        var (map, first, end) = function.Name switch
        {
            "index" or "get" or "hasKey" => (words[1], 2, words.Length),
            "dig" => (words[words.Length - 1], 1, words.Length - 2),
            _ => (words[0], 0, 0),
        };
        if (PathOf(map) is not { } path)
            return null;
        var keys = path;
        for (var i = first; i < end && words[i] is StringNode key; i++)
            keys = keys.Add(key.Content);
        if (keys.Length == path.Length)
            return null;
        Add(keys, map, source, guards, isTested: true);
        return map;
    }

    private void Add(ImmutableArray<string> path, GoTemplateNode node, SourceText source, ImmutableArray<string> guards, bool isTested)
    {
        if (path.IsEmpty || path[0] == "AsMap")
            IsOpen = true;
        else
            Reads.Add(new ValueRead(path, node.LocationIn(source), isTested, guards.Contains(path[0])));
    }

    /// <summary>The path below <c>Values</c>; null for what names none.</summary>
    private static ImmutableArray<string>? PathOf(GoTemplateNode node)
    {
        var fields = node switch
        {
            FieldNode field => field.Fields,
            VariableNode variable => variable.Fields,
            ChainNode chain => chain.Fields,
            _ => [],
        };
        var start = Array.IndexOf(fields, "Values");
        return start < 0 ? null : [.. fields.AsSpan(start + 1)];
    }
}
