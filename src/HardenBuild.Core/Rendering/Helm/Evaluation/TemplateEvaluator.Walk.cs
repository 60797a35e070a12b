using System.Runtime.CompilerServices;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

internal sealed partial class TemplateEvaluator
{
    /// <summary>Where to go on after a node.</summary>
    private enum Flow
    {
        Next,
        Break,
        Continue,
    }

    private Flow Walk(ListNode list, Operand dot)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var node in list.Items)
        {
            var flow = Walk(node, dot);
            if (flow != Flow.Next)
                return flow;
        }

        return Flow.Next;
    }

    private Flow Walk(GoTemplateNode node, Operand dot)
    {
        _at = node;
        _budget.Spend(1);
        switch (node)
        {
            case TextNode text:
                Print(text);
                return Flow.Next;
            case ActionNode action:
                var value = Evaluate(action.Pipeline, dot);
                if (action.Pipeline.Variables.Length == 0)
                    Print(action, value);
                return Flow.Next;
            case IfNode or WithNode:
                return WalkCondition((BranchNode)node, dot);
            case RangeNode range:
                return WalkRange(range, dot);
            case TemplateNode template:
                WalkTemplate(template, dot);
                return Flow.Next;
            default:
                return ((JumpNode)node).IsBreak ? Flow.Break : Flow.Continue;
        }
    }

    private Flow WalkCondition(BranchNode branch, Operand dot)
    {
        var value = Evaluate(branch.Pipeline, dot);
        var outer = _frame.Condition;
        Open(value);
        var flow = Flow.Next;
        if (value.IsTrue)
            flow = Walk(branch.Body, branch is WithNode ? new Operand(value, false) : dot);
        else if (branch.ElseBody is not null)
            flow = Walk(branch.ElseBody, dot);
        _frame.Condition = outer;
        EndVariables(branch.Scope);
        return flow;
    }

    // From here on text is printed because of a value.
    private void Open(GoValue value)
    {
        if (!_isTracing || ArgumentOrigins.Of(value) is not { } origin)
            return;
        _frame.Condition = ValueOrigin.Join(_frame.Condition, origin);
        _frame.Tested = ValueOrigin.Join(_frame.Tested, origin);
    }

    private void WalkTemplate(TemplateNode node, Operand dot)
    {
        var definition = _frame.Templates.Find(node.Name) ?? throw Error($"template {GoQuoting.Quote(node.Name)} not defined");
        if (_depth >= _budget.Limits.Depth)
            throw Error($"exceeded maximum template depth ({_budget.Limits.Depth})");
        var data = node.Pipeline is null ? GoNil.Missing : Evaluate(node.Pipeline, dot);
        var caller = _frame;
        var frame = new ExecutionFrame(FrameKind.Template, definition, caller, node, caller.Templates, caller.Output)
        {
            Caller = OriginOfCall(node),
            Input = InputOf(definition),
        };
        _depth++;
        Run(frame, new Operand(data, false));
        _depth--;
        caller.Tested = ValueOrigin.Join(caller.Tested, frame.Tested);
        _frame = caller;
        _at = node;
    }

    private void EndVariables(VariableScope scope)
    {
        if (!scope.IsEmpty)
            Array.Clear(_frame.Variables, scope.Start, scope.End - scope.Start);
    }

    private Flow WalkRange(RangeNode range, Operand dot)
    {
        var value = Evaluate(range.Pipeline, dot);
        if (value is GoObject { Underlying: { } underlying })
            value = underlying;
        var outer = _frame.Condition;
        Open(value);
        var hasRun = value switch
        {
            GoList list => WalkItems(range, list),
            GoMap map => WalkEntries(range, map),
            GoInteger number when _options.RangesOverIntegers => WalkNumbers(range, number),
            GoNil => false,
            _ => throw Error("range can't iterate over " + GoPrinter.Print(value)),
        };
        // break and continue stand outside of a range in its else.
        if (!hasRun && range.ElseBody is not null)
            Walk(range.ElseBody, dot);
        _frame.Condition = outer;
        EndVariables(range.Scope);
        return Flow.Next;
    }

    private bool WalkItems(RangeNode range, GoList list)
    {
        var isBoxed = ReferenceEquals(list.ElementType, GoList.AnyType) || list.ElementType == GoList.AnyType;
        var count = list.Items.Count;
        for (var i = 0; i < count && i < list.Items.Count; i++)
        {
            var index = range.Pipeline.Variables.Length > 1 ? new GoInteger(i) : null;
            if (WalkRound(range, index, new Operand(list.Items[i], isBoxed)) == Flow.Break)
                break;
        }

        return count > 0;
    }

    private bool WalkEntries(RangeNode range, GoMap map)
    {
        var keys = map.SortedKeys();
        var values = new GoValue[keys.Length];
        // The body may change the map; Go goes through what was in it before.
        for (var i = 0; i < keys.Length; i++)
            values[i] = map.Entries[keys[i]];
        var isBoxed = map.ElementType == GoList.AnyType;
        for (var i = 0; i < keys.Length; i++)
        {
            var key = range.Pipeline.Variables.Length > 1 ? new GoString(keys[i]) : null;
            if (WalkRound(range, key, new Operand(values[i], isBoxed)) == Flow.Break)
                break;
        }

        return keys.Length > 0;
    }

    private bool WalkNumbers(RangeNode range, GoInteger end)
    {
        if (range.Pipeline.Variables.Length > 1)
            throw Error($"can't use {GoPrinter.Print(end)} to iterate over more than one variable");
        for (var i = 0L; i < end.Value; i++)
        {
            if (WalkRound(range, null, new Operand(new GoInteger(i, end.Kind), false)) == Flow.Break)
                break;
        }

        return end.Value > 0;
    }

    private Flow WalkRound(RangeNode range, GoValue? index, Operand item)
    {
        _budget.Spend(1);
        var pipeline = range.Pipeline;
        if (pipeline.Variables.Length > 0)
        {
            Set(pipeline, 0, index is null ? item : new Operand(index, false));
            if (pipeline.Variables.Length > 1)
                Set(pipeline, 1, item);
        }

        var flow = Walk(range.Body, item);
        EndVariables(range.BodyScope);
        return flow;
    }

    private void Set(PipelineNode pipeline, int variable, Operand value)
    {
        if (pipeline.IsAssignment)
            Assign(pipeline.Variables[variable], value);
        else
            _frame.Variables[pipeline.Variables[variable].Slot.Index] = value;
    }
}
