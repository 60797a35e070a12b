using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

internal sealed partial class GoTemplateParser
{
    // The action that opened the innermost structure: what lacks an end.
    private TextSpan _openSpan;

    private GoTemplateNode? ParseAction(TemplateToken open)
    {
        var word = _tokens.NextWord();
        switch (word.Kind)
        {
            case TemplateTokenKind.Block:
                return ParseBlock(open);
            case TemplateTokenKind.Break:
            case TemplateTokenKind.Continue:
                return ParseJump(word);
            case TemplateTokenKind.Else:
                return ParseElse(open, word);
            case TemplateTokenKind.End:
                var end = Expect(TemplateTokenKind.RightDelimiter, "end");
                return new TerminatorNode(TextSpan.FromBounds(open.Start, Math.Max(open.End, end.End)), isElse: false, null);
            case TemplateTokenKind.If:
            case TemplateTokenKind.Range:
            case TemplateTokenKind.With:
                return ParseBranch(open, word.Kind);
            case TemplateTokenKind.Template:
                return ParseTemplate();
        }

        _tokens.PutBack(word);
        var pipeline = ParsePipeline("command", TemplateTokenKind.RightDelimiter);
        return pipeline.Commands.Length == 0 ? null : new ActionNode(pipeline);
    }

    private JumpNode? ParseJump(TemplateToken word)
    {
        var isBreak = word.Kind == TemplateTokenKind.Break;
        var name = isBreak ? "{{break}}" : "{{continue}}";
        if (_tokens.NextWord() is var token && token.Kind != TemplateTokenKind.RightDelimiter)
            Unexpected(token, name);
        else if (_rangeDepth == 0)
            Report(_tokens.Newest, word.Span, name + " outside {{range}}");
        else
            return new JumpNode(word.Span, isBreak);
        return null;
    }

    private TerminatorNode ParseElse(TemplateToken open, TemplateToken word)
    {
        var next = _tokens.PeekWord();
        if (next.Kind is TemplateTokenKind.If or TemplateTokenKind.With)
            return new TerminatorNode(TextSpan.FromBounds(open.Start, word.End), isElse: true, next);
        var end = Expect(TemplateTokenKind.RightDelimiter, "else");
        return new TerminatorNode(TextSpan.FromBounds(open.Start, Math.Max(word.End, end.End)), isElse: true, null);
    }

    private BranchNode ParseBranch(TemplateToken open, TemplateTokenKind kind)
    {
        var mark = _variables.Count;
        var context = kind == TemplateTokenKind.If ? "if" : kind == TemplateTokenKind.With ? "with" : "range";
        var pipeline = ParsePipeline(context, TemplateTokenKind.RightDelimiter);
        var enclosing = Open(open, pipeline.Span.End);
        var isRange = kind == TemplateTokenKind.Range;
        _rangeDepth += isRange ? 1 : 0;
        var bodyMark = _variables.Count;
        var body = ParseList(out var terminator);
        var bodyScope = new VariableScope(bodyMark, _variables.Count);
        _rangeDepth -= isRange ? 1 : 0;

        var elseBody = terminator is { IsElse: true } ? ParseElseBody(terminator, kind, ref terminator) : null;
        _openSpan = enclosing;
        var end = Math.Max(terminator?.Span.End ?? 0, elseBody?.Span.End ?? body.Span.End);
        var span = TextSpan.FromBounds(open.Start, Math.Max(end, pipeline.Span.End));
        var scope = _variables.Pop(mark);
        return kind switch
        {
            TemplateTokenKind.If => new IfNode(span, pipeline, body, elseBody, scope),
            TemplateTokenKind.With => new WithNode(span, pipeline, body, elseBody, scope),
            _ => new RangeNode(span, pipeline, body, elseBody, scope, bodyScope),
        };
    }

    // Where a structure starts, for the message that its end is missing; returns that of the enclosing one.
    private TextSpan Open(TemplateToken open, int end)
    {
        _tokens.Resume();
        var enclosing = _openSpan;
        _openSpan = TextSpan.FromBounds(open.Start, Math.Max(end, open.End));
        return enclosing;
    }

    private ListNode ParseElseBody(TerminatorNode start, TemplateTokenKind kind, ref TerminatorNode? terminator)
    {
        // {{else if x}} is {{else}}{{if x}} whose end closes both.
        if (start.Chained is { } chained && chained.Kind == kind && kind != TemplateTokenKind.Range)
        {
            _tokens.NextWord();
            var branch = ParseBranch(new TemplateToken(TemplateTokenKind.LeftDelimiter, start.Span.Start, start.Span.End, chained.Line), kind);
            terminator = null;
            return new ListNode(branch.Span, start.Anchor, [branch]);
        }

        var body = ParseList(out terminator);
        if (terminator is { IsElse: true })
            Report(_tokens.Newest, terminator.Span, "expected end; found {{else}}");
        return body;
    }

    private void ParseDefinition(TemplateToken open)
    {
        const string Context = "define clause";
        _actionLine = open.Line;
        var token = ExpectString(Context);
        var name = Unquote(token);
        Expect(TemplateTokenKind.RightDelimiter, Context);
        _actionLine = 0;
        var (body, slots, end) = ParseDefinitionBody(open, token.End, Context);
        if (name is not null)
            Add(new TemplateDefinition(name, _name, _source, TextSpan.FromBounds(open.Start, Math.Max(end, body.Span.End)), body, slots), token.Span);
    }

    private TemplateNode? ParseBlock(TemplateToken open)
    {
        const string Context = "block clause";
        var token = ExpectString(Context);
        var name = Unquote(token);
        var pipeline = ParsePipeline(Context, TemplateTokenKind.RightDelimiter);
        var (body, slots, end) = ParseDefinitionBody(open, token.End, Context);
        if (name is null)
            return null;
        Add(new TemplateDefinition(name, _name, _source, TextSpan.FromBounds(open.Start, Math.Max(end, body.Span.End)), body, slots), token.Span);
        return new TemplateNode(TextSpan.FromBounds(token.Start, Math.Max(token.End, pipeline.Span.End)), token.Start, name, pipeline);
    }

    private (ListNode Body, int Slots, int End) ParseDefinitionBody(TemplateToken open, int headEnd, string context)
    {
        var enclosing = Open(open, headEnd);
        var (variables, rangeDepth) = (_variables, _rangeDepth);
        (_variables, _rangeDepth) = (new TemplateVariables(), 0);
        var body = ParseList(out var terminator);
        if (terminator is { IsElse: true })
            Report(_tokens.Newest, terminator.Span, $"unexpected {terminator} in {context}");
        var slots = _variables.Slots;
        (_variables, _rangeDepth, _openSpan) = (variables, rangeDepth, enclosing);
        return (body, slots, terminator?.Span.End ?? open.End);
    }

    private TemplateNode? ParseTemplate()
    {
        const string Context = "template clause";
        var token = ExpectString(Context);
        var name = Unquote(token);
        PipelineNode? pipeline = null;
        var next = _tokens.NextWord();
        if (next.Kind != TemplateTokenKind.RightDelimiter)
        {
            _tokens.PutBack(next);
            pipeline = ParsePipeline(Context, TemplateTokenKind.RightDelimiter);
        }

        return name is null || pipeline is { Commands.Length: 0 }
            ? null
            : new TemplateNode(TextSpan.FromBounds(token.Start, Math.Max(token.End, pipeline?.Span.End ?? 0)), token.Start, name, pipeline);
    }

    private TemplateToken ExpectString(string context)
    {
        var token = _tokens.NextWord();
        if (token.Kind is not (TemplateTokenKind.String or TemplateTokenKind.RawString))
            Unexpected(token, context);
        return token;
    }

    private TemplateToken Expect(TemplateTokenKind kind, string context)
    {
        var token = _tokens.NextWord();
        if (token.Kind != kind)
            Unexpected(token, context);
        return token;
    }

    private string? Unquote(TemplateToken token)
    {
        if (token.Kind is not (TemplateTokenKind.String or TemplateTokenKind.RawString))
            return null;
        if (GoUnquoting.TryUnquote(Text(token), out var content))
            return content;
        Fail(token.Span, "invalid syntax");
        return null;
    }
}
