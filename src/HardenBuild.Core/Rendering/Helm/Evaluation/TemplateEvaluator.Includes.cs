using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

internal sealed partial class TemplateEvaluator
{
    // What Helm calls a text that tpl runs.
    private const string TextName = "gotpl";
    private const int MaximumParsedTexts = 4_096;

    private readonly Dictionary<string, GoTemplateFile> _parsedTexts = new(StringComparer.Ordinal);

    private GoString Include(GoString name, GoValue data)
    {
        if (_depth >= _budget.Limits.Depth)
            throw new FunctionException("rendering template has a nested reference name: " + name.Value);
        var definition = _frame.Templates.Find(name.Value) ?? throw new FunctionException(NoTemplate(name.Value));
        var origin = OriginOfCall(_call.Node);
        // A name that was put together of values decides what is printed.
        if (name.Text.IsTraced)
            origin = origin! with { Condition = ValueOrigin.Join(origin.Condition, ArgumentOrigins.Of(name)) };
        var text = Run(FrameKind.Include, definition, _frame.Templates, data, origin, InputOf(definition), out var tested);
        return new GoString(text, ValueOrigin.Tested(tested));
    }

    private GoString RunText(GoString text, GoValue data)
    {
        if (text.Value.IndexOf("{{", StringComparison.Ordinal) < 0)
            return WithoutActions(text);
        if (_depth >= _budget.Limits.Depth)
            throw new FunctionException("tpl calls itself too deeply");
        var file = Parse(text.Value);
        if (file.Errors.Count > 0)
            throw new FunctionException($"cannot parse template {GoQuoting.Quote(text.Value)}: {file.Errors[0].ToGoMessage(TextName)}");
        var templates = _frame.Templates;
        if (file.Definitions.Count > 0)
        {
            templates = templates.Overlay();
            templates.Add(file);
        }

        var input = _isTracing ? _call.Traced(text) : null;
        var result = Run(FrameKind.Text, file.Main, templates, data, OriginOfCall(_call.Node), input, out var tested);
        return new GoString(NoValueRemoval.Remove(result), ValueOrigin.Tested(ValueOrigin.Join(tested, ArgumentOrigins.Of(text))));
    }

    private GoString WithoutActions(GoString text)
    {
        if (text.Value.IndexOf(NoValueRemoval.NoValue, StringComparison.Ordinal) < 0)
            return text;
        var content = _isTracing ? _call.Traced(text) : text.Text;
        return new GoString(NoValueRemoval.Remove(content), text.Origin, text.IsStandIn);
    }

    private TracedText Run(FrameKind kind, TemplateDefinition definition, TemplateSet templates, GoValue data, TextOrigin? origin, TracedText? input, out ValueOrigin? tested)
    {
        var (frame, at, call) = (_frame, _at, _call.Node);
        var output = _builders.Take();
        _depth++;
        // A null that is handed over is nothing at all: Go loses the interface around it.
        var dot = data is GoNil ? Operand.Missing : new Operand(data, false);
        var inner = new ExecutionFrame(kind, definition, frame, call, templates, output) { Caller = origin, Input = input };
        Run(inner, dot);
        tested = inner.Tested;
        _depth--;
        (_frame, _at, _call.Node) = (frame, at, call);
        var text = output.ToText();
        _builders.Return(output);
        return text;
    }

    private GoTemplateFile Parse(string text)
    {
        if (_parsedTexts.TryGetValue(text, out var known))
            return known;
        _budget.RequireLength(text.Length);
        if (_parsedTexts.Count >= MaximumParsedTexts)
            _parsedTexts.Clear();
        // A text has no byte-order mark: one at its start is a part of it.
        var source = SourceText.From("", text[0] == '\uFEFF' ? "\uFEFF" + text : text);
        var file = GoTemplateParser.Parse(source, TextName, _functions.Contains);
        _parsedTexts.Add(text, file);
        return file;
    }
}
