using System.Runtime.CompilerServices;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Syntax.GoTemplate;

/// <summary>Parses the templates of Go's <c>text/template</c>. Never throws for input.</summary>
/// <remarks>
/// Grammar and messages: Go's <c>text/template/parse</c>. The first error of a file is the one that Go gives.
/// After an error the rest of its action is skipped; a control structure stays open, so that its <c>end</c> still fits.
/// </remarks>
internal sealed partial class GoTemplateParser
{
    // Errors behind the first are often its consequences.
    private const int MaximumErrors = 20;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly string _name;
    private readonly Func<string, bool> _isFunction;
    private readonly TemplateLexer _lexer;
    private readonly TemplateTokens _tokens;
    private readonly List<TemplateDefinition> _definitions = [];
    private readonly Dictionary<string, int> _definitionIndexes = new(StringComparer.Ordinal);
    private readonly List<GoTemplateError> _errors = [];
    private TemplateVariables _variables = new();
    private int _rangeDepth;
    private int _actionLine;

    private GoTemplateParser(SourceText source, string name, Func<string, bool> isFunction)
    {
        _source = source;
        _text = source.Content;
        _name = name;
        _isFunction = isFunction;
        _lexer = new TemplateLexer(_text, !isFunction("break"), !isFunction("continue"));
        _tokens = new TemplateTokens(_lexer);
    }

    /// <param name="templateName">The name that the file has for <c>include</c> and in messages: <c>chart/templates/service.yaml</c>.</param>
    /// <param name="isFunction">Whether a function of a name exists; a call of another is an error.</param>
    public static GoTemplateFile Parse(SourceText source, string templateName, Func<string, bool> isFunction) =>
        new GoTemplateParser(source, templateName, isFunction).ParseFile();

    private GoTemplateFile ParseFile()
    {
        var items = new List<GoTemplateNode>();
        try
        {
            ParseItems(items);
        }
        catch (InsufficientExecutionStackException)
        {
            _tokens.Resume();
            Report(_tokens.Newest, "actions are nested too deeply");
        }

        var body = new ListNode(new TextSpan(0, _text.Length), 0, [.. items]);
        var main = new TemplateDefinition(_name, _name, _source, body.Span, body, _variables.Slots);
        if (!body.IsEmpty && _definitionIndexes.TryGetValue(_name, out var index) && !_definitions[index].IsEmpty)
            Report(_tokens.Newest, _definitions[index].Span, MultipleDefinition(_name));
        return new GoTemplateFile(_source, main, _definitions, _lexer.Comments, _errors);
    }

    private void ParseItems(List<GoTemplateNode> items)
    {
        while (_tokens.Peek() is var token && token.Kind != TemplateTokenKind.EndOfFile)
        {
            if (token.Kind == TemplateTokenKind.LeftDelimiter)
            {
                _tokens.Next();
                var word = _tokens.NextWord();
                if (word.Kind == TemplateTokenKind.Define)
                {
                    ParseDefinition(token);
                    continue;
                }

                _tokens.PutBack(word);
                _tokens.PutBack(token);
            }

            var node = ParseTextOrAction();
            if (node is TerminatorNode)
                Report(_tokens.Newest, node.Span, "unexpected " + node);
            else if (node is not null)
                items.Add(node);
        }
    }

    private ListNode ParseList(out TerminatorNode? terminator)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var first = _tokens.PeekWord();
        var items = new List<GoTemplateNode>();
        terminator = null;
        while (_tokens.PeekWord().Kind != TemplateTokenKind.EndOfFile)
        {
            var node = ParseTextOrAction();
            terminator = node as TerminatorNode;
            if (terminator is not null)
                break;
            if (node is not null)
                items.Add(node);
        }

        if (terminator is null)
            ReportEndOfFile();
        var end = items.Count > 0 ? Math.Max(items[items.Count - 1].Span.End, first.Start) : first.Start;
        return new ListNode(TextSpan.FromBounds(first.Start, end), first.Start, [.. items]);
    }

    // Null where there is only an error.
    private GoTemplateNode? ParseTextOrAction()
    {
        var token = _tokens.NextWord();
        switch (token.Kind)
        {
            case TemplateTokenKind.Text:
                return new TextNode(token.Span, _text.Substring(token.Start, token.End - token.Start));
            case TemplateTokenKind.LeftDelimiter:
                _actionLine = token.Line;
                var node = ParseAction(token);
                _tokens.Resume();
                _actionLine = 0;
                return node;
            default:
                Unexpected(token, "input");
                _tokens.Resume();
                return null;
        }
    }

    private void Add(TemplateDefinition definition, TextSpan nameSpan)
    {
        if (!_definitionIndexes.TryGetValue(definition.Name, out var index))
        {
            _definitionIndexes.Add(definition.Name, _definitions.Count);
            _definitions.Add(definition);
        }
        else if (_definitions[index].IsEmpty)
        {
            _definitions[index] = definition;
        }
        else if (!definition.IsEmpty)
        {
            Report(_tokens.Newest, nameSpan, MultipleDefinition(definition.Name));
        }
    }

    private static string MultipleDefinition(string name) => $"template: multiple definition of template {GoQuoting.Quote(name)}";

    private string Text(TemplateToken token) => _text.Substring(token.Start, token.End - token.Start);
}
