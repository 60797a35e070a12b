using System.Runtime.CompilerServices;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

internal sealed partial class GoTemplateParser
{
    // Where the last parenthesised pipeline ends, with its parenthesis.
    private int _parenthesisEnd;

    private PipelineNode ParsePipeline(string context, TemplateTokenKind end)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var first = _tokens.PeekWord();
        var variables = new List<VariableNode>();
        var isAssignment = ParseVariables(context, variables);
        var commands = new List<CommandNode>();
        var last = first.Start;
        TemplateToken token;
        while (true)
        {
            token = _tokens.NextWord();
            if (token.Kind == end || _tokens.IsSkipping)
                break;
            if (token.Kind is not (TemplateTokenKind.Boolean or TemplateTokenKind.CharacterConstant or TemplateTokenKind.Complex
                or TemplateTokenKind.Dot or TemplateTokenKind.Field or TemplateTokenKind.Identifier or TemplateTokenKind.Number
                or TemplateTokenKind.Nil or TemplateTokenKind.RawString or TemplateTokenKind.String or TemplateTokenKind.Variable
                or TemplateTokenKind.LeftParenthesis))
            {
                Unexpected(token, context);
                break;
            }

            _tokens.PutBack(token);
            if (ParseCommand(commands.Count > 0 ? commands[0].Span.Start : null) is not { } command)
                break;
            commands.Add(command);
            last = command.Span.End;
        }

        CheckPipeline(context, token, commands);
        if (end == TemplateTokenKind.RightParenthesis)
            _parenthesisEnd = token.End;
        if (variables.Count > 0)
            last = Math.Max(last, variables[variables.Count - 1].Span.End);
        return new PipelineNode(TextSpan.FromBounds(first.Start, Math.Max(last, first.Start)), first.Start, [.. variables], isAssignment, [.. commands]);
    }

    private void CheckPipeline(string context, TemplateToken end, List<CommandNode> commands)
    {
        if (commands.Count == 0)
            Fail(end.Span, "missing value for " + context);
        for (var i = 1; i < commands.Count; i++)
        {
            if (commands[i].Words[0] is not (LiteralNode or DotNode or NilNode))
                continue;
            Fail(commands[i].Words[0].Span, $"non executable command in pipeline stage {i + 1}");
            return;
        }
    }

    // The variables before := or =; whether it was =.
    private bool ParseVariables(string context, List<VariableNode> variables)
    {
        while (_tokens.PeekWord() is var token && token.Kind == TemplateTokenKind.Variable)
        {
            _tokens.NextWord();
            var adjacent = _tokens.Peek();
            var next = _tokens.PeekWord();
            if (next.Kind is TemplateTokenKind.Assign or TemplateTokenKind.Declare)
            {
                _tokens.NextWord();
                var isAssignment = next.Kind == TemplateTokenKind.Assign;
                variables.Add(isAssignment ? _variables.Assign(token, Text(token)) : Declare(token));
                if (isAssignment && variables.Count > 1)
                    variables[0] = AssignedBefore(variables[0]);
                return isAssignment;
            }

            if (next.Kind != TemplateTokenKind.Character || _text[next.Start] != ',')
            {
                // Not read yet: PeekWord dropped the blank between the two.
                if (adjacent.Kind == TemplateTokenKind.Space)
                    _tokens.PutBack(adjacent);
                _tokens.PutBack(token);
                return false;
            }

            _tokens.NextWord();
            variables.Add(Declare(token));
            if (!string.Equals(context, "range", StringComparison.Ordinal) || variables.Count >= 2)
            {
                Fail(token.Span, "too many declarations in " + context);
                return false;
            }

            if (_tokens.PeekWord() is var second
                && second.Kind is not (TemplateTokenKind.Variable or TemplateTokenKind.RightDelimiter or TemplateTokenKind.RightParenthesis))
            {
                Fail(second.Span, "range can only initialize variables");
                return false;
            }
        }

        return false;
    }

    private VariableNode Declare(TemplateToken token)
    {
        if (_variables.Count >= TemplateVariables.Maximum)
            Fail(token.Span, $"more than {TemplateVariables.Maximum} variables");
        return _variables.Declare(token, Text(token));
    }

    // The comma after the first of two variables looked like that of a declaration.
    private static VariableNode AssignedBefore(VariableNode declared) =>
        new(declared.Span, declared.Anchor, declared.Name, [], declared.Slot.Outer ?? declared.Slot);

    /// <param name="pipelineStart">Where the commands before it start; null for the first one.</param>
    private CommandNode? ParseCommand(int? pipelineStart)
    {
        var first = _tokens.PeekWord();
        var words = new List<GoTemplateNode>();
        var end = first.Start;
        while (true)
        {
            _tokens.PeekWord();
            if (ParseOperand() is { } operand)
            {
                words.Add(operand);
                end = Math.Max(end, operand is PipelineNode ? _parenthesisEnd : operand.Span.End);
            }

            var token = _tokens.Next();
            if (token.Kind == TemplateTokenKind.Space)
                continue;
            if (token.Kind is TemplateTokenKind.RightDelimiter or TemplateTokenKind.RightParenthesis)
                _tokens.PutBack(token);
            else if (token.Kind != TemplateTokenKind.Pipe)
                Unexpected(token, "operand");
            break;
        }

        if (words.Count == 0)
        {
            Fail(first.Span, "empty command");
            return null;
        }

        return new CommandNode(TextSpan.FromBounds(first.Start, end), first.Start, [.. words], pipelineStart ?? first.Start);
    }

    private GoTemplateNode? ParseOperand()
    {
        var start = _tokens.PeekWord();
        var node = ParseTerm();
        if (node is null || _tokens.Peek() is not { Kind: TemplateTokenKind.Field } field)
            return node;

        var fields = new List<string>();
        var end = field.End;
        while (_tokens.Peek() is { Kind: TemplateTokenKind.Field } next)
        {
            fields.Add(_text.Substring(next.Start + 1, next.End - next.Start - 1));
            end = next.End;
            _tokens.Next();
        }

        var span = TextSpan.FromBounds(start.Start, end);
        switch (node)
        {
            case FieldNode first:
                return new FieldNode(span, field.Start, [.. first.Fields, .. fields]);
            case VariableNode variable:
                return new VariableNode(span, field.Start, variable.Name, [.. fields], variable.Slot);
            case LiteralNode or NilNode or DotNode:
                Fail(span, "unexpected . after term " + GoQuoting.Quote(node.ToString()));
                return node;
            default:
                return new ChainNode(span, field.Start, node, [.. fields]);
        }
    }

    private GoTemplateNode? ParseTerm()
    {
        var token = _tokens.NextWord();
        switch (token.Kind)
        {
            case TemplateTokenKind.Identifier:
                var name = Text(token);
                if (!_isFunction(name))
                    Fail(token.Span, $"function {GoQuoting.Quote(name)} not defined");
                return new FunctionNode(token.Span, name);
            case TemplateTokenKind.Dot:
                return new DotNode(token.Span);
            case TemplateTokenKind.Nil:
                return new NilNode(token.Span);
            case TemplateTokenKind.Variable:
                return ParseVariable(token);
            case TemplateTokenKind.Field:
                return new FieldNode(token.Span, token.Start, [_text.Substring(token.Start + 1, token.End - token.Start - 1)]);
            case TemplateTokenKind.Boolean:
                return new BooleanNode(token.Span, token.End - token.Start == 4);
            case TemplateTokenKind.CharacterConstant:
            case TemplateTokenKind.Complex:
            case TemplateTokenKind.Number:
                return ParseNumber(token);
            case TemplateTokenKind.LeftParenthesis:
                return ParsePipeline("parenthesized pipeline", TemplateTokenKind.RightParenthesis);
            case TemplateTokenKind.String:
            case TemplateTokenKind.RawString:
                return Unquote(token) is { } content ? new StringNode(token.Span, Text(token), content) : null;
            default:
                _tokens.PutBack(token);
                return null;
        }
    }

    private VariableNode? ParseVariable(TemplateToken token)
    {
        var name = Text(token);
        var variable = _variables.Refer(token, name);
        if (variable is null)
            Fail(token.Span, "undefined variable " + GoQuoting.Quote(name));
        return variable;
    }

    private NumberNode? ParseNumber(TemplateToken token)
    {
        var text = Text(token);
        var number = GoNumberReader.Read(text, token.Kind, out var error);
        if (error is null)
            return new NumberNode(token.Span, text, number);
        Fail(token.Span, error);
        return null;
    }
}
