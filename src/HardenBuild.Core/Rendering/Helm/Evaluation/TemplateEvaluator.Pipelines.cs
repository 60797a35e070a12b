using System.Runtime.CompilerServices;
using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate.Nodes;

namespace HardenBuild.Rendering.Helm.Evaluation;

internal sealed partial class TemplateEvaluator
{
    /// <summary>The value of a pipeline; nothing at all is <see cref="GoNil.Missing"/>, also where it was a null.</summary>
    private GoValue Evaluate(PipelineNode pipeline, Operand dot)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _at = pipeline;
        var value = default(Operand);
        foreach (var command in pipeline.Commands)
        {
            value = Evaluate(command, dot, value);
            if (value.Value is GoNil { IsMissing: false })
                value = Operand.Missing;
        }

        var result = new Operand(value.Value, false);
        for (var i = 0; i < pipeline.Variables.Length; i++)
            Set(pipeline, i, result);
        return result.Value!;
    }

    /// <param name="final">The value that the command before hands on, its last argument; absent for the first command.</param>
    private Operand Evaluate(CommandNode command, Operand dot, Operand final)
    {
        var word = command.Words[0];
        switch (word)
        {
            case FieldNode field:
                _at = field;
                return Follow(dot, field, field.Fields, command.Words, dot, final);
            case FunctionNode function:
                return Call(function, command, command.Words, dot, final);
            case VariableNode variable:
                return Evaluate(variable, command.Words, dot, final);
            case PipelineNode pipeline:
                RequireNoArguments(command.Words, final);
                return new Operand(Evaluate(pipeline, dot), false);
            case ChainNode chain:
                return Evaluate(chain, command.Words, dot, final);
        }

        _at = word;
        RequireNoArguments(command.Words, final);
        return word switch
        {
            DotNode => dot,
            NilNode => throw Error("nil is not a command"),
            LiteralNode literal => new Operand(Constant(literal), false),
            _ => throw Error($"can't evaluate command {Syntax.GoTemplate.GoQuoting.Quote(word.ToString())}"),
        };
    }

    private void RequireNoArguments(GoTemplateNode[] words, Operand final)
    {
        if (words.Length > 1 || !final.IsAbsent)
            throw Error($"can't give argument to non-function {words[0]}");
    }

    private Operand Evaluate(VariableNode variable, GoTemplateNode[]? words, Operand dot, Operand final)
    {
        _at = variable;
        var value = _frame.Variables[variable.Slot.Index];
        if (value.IsAbsent)
            value = _frame.Variables[SlotOf(variable)];
        if (variable.Fields.Length > 0)
            return Follow(value, variable, variable.Fields, words, dot, final);
        if (words is not null)
            RequireNoArguments(words, final);
        return value;
    }

    private void Assign(VariableNode variable, Operand value) => _frame.Variables[SlotOf(variable)] = _frame.Condition is { } condition
        ? new Operand(ArgumentOrigins.Chosen(value.Value!, condition), value.IsBoxed)
        : value;

    // A declaration that stands before the variable may not have run: then an outer one of the same name counts.
    private int SlotOf(VariableNode variable)
    {
        for (var slot = variable.Slot; slot is not null; slot = slot.Outer)
        {
            if (!_frame.Variables[slot.Index].IsAbsent)
                return slot.Index;
        }

        throw Error("undefined variable: " + variable.Name);
    }

    private Operand Evaluate(ChainNode chain, GoTemplateNode[]? words, Operand dot, Operand final)
    {
        _at = chain;
        if (chain.Operand is NilNode)
            throw Error($"indirection through explicit nil in {chain}");
        var value = new Operand(Argument(chain.Operand, ParameterKind.Reflected, dot), false);
        return Follow(value, chain, chain.Fields, words, dot, final);
    }

    private GoValue Constant(LiteralNode literal)
    {
        if (literal.Value is GoValue known)
            return known;
        GoValue value = literal switch
        {
            StringNode text => new GoString(text.Content, OriginOfConstant(literal)),
            BooleanNode boolean => boolean.IsTrue ? GoBoolean.True : GoBoolean.False,
            _ => Number((NumberNode)literal),
        };
        literal.Value = value;
        return value;
    }

    // The type of a number where its place says nothing about it: the syntax decides.
    private GoValue Number(NumberNode node)
    {
        var (whole, fraction, isComplex) = node.Number;
        if (isComplex)
            throw Error($"complex number {node.Text} is not supported");
        var text = node.Text;
        var isHexadecimal = text.Length > 2 && text[0] == '0' && text[1] is ('x' or 'X') && text.IndexOfAny(['p', 'P']) < 0;
        if (fraction is { } number && !isHexadecimal && text[0] != '\'' && text.IndexOfAny(['.', 'e', 'E', 'p', 'P']) >= 0)
            return new GoFloat(number);
        return whole is { } integer ? new GoInteger(integer) : throw Error($"{text} overflows int");
    }
}
