using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

internal sealed partial class TemplateEvaluator
{
    private void Print(TextNode node)
    {
        var output = _frame.Output;
        if (!_isTracing)
            output.Append(node.Text, null);
        else if (_frame.Input is not null)
            AppendInput(_frame.Input, node);
        else if (_frame.Caller is null && _frame.Condition is null)
            output.Append(node.Text, node.OriginIn(_frame.Definition.Source));
        else
            output.Append(node.Text, new TextOrigin(node.LocationIn(_frame.Definition.Source), IsVerbatim: true, _frame.Caller, null, _frame.Condition));
        RequireRoom(output);
    }

    private void Print(ActionNode node, GoValue value)
    {
        _at = node;
        var output = _frame.Output;
        if (value is GoString { Text.IsTraced: true } text && _isTracing)
        {
            output.Append(text.Text);
        }
        else
        {
            var content = value is GoNil ? NoValueRemoval.NoValue : GoPrinter.Print(value);
            output.Append(content, _isTracing && content.Length > 0 ? OriginOf(node, ArgumentOrigins.OfAll(value)) : null);
        }

        RequireRoom(output);
    }

    // A file may be longer than a string that include makes.
    private void RequireRoom(TracedTextBuilder output)
    {
        if (output.Length > _budget.Limits.StringLength)
            RequireRoomInFile(output);
    }

    private void RequireRoomInFile(TracedTextBuilder output)
    {
        var frame = _frame;
        while (frame.Kind == FrameKind.Template)
            frame = frame.Parent!;
        var limit = frame.Kind == FrameKind.File ? _budget.Limits.OutputLength : _budget.Limits.StringLength;
        if (output.Length > limit)
            throw new RenderLimitException($"the rendered text would be longer than {limit:N0} characters");
    }

    /// <summary>The origin of text that a node of the running template makes.</summary>
    private TextOrigin OriginOf(GoTemplateNode node, ValueOrigin? value)
    {
        if (_frame.Input is { } input)
            return InputOrigin(input, node, value, _frame.Condition);
        var source = _frame.Definition.Source;
        // A constant that goes through unchanged: it is what a person would edit.
        if (value is { IsSingle: true, Path: "" } && ReferenceEquals(value.Location.Source, source) && node.PlaceIn(source).Span.Contains(value.Location.Span))
            return new TextOrigin(value.Location, IsVerbatim: false, _frame.Caller, null, _frame.Condition);
        return value is null && _frame.Caller is null && _frame.Condition is null && node is ActionNode action
            ? action.OriginIn(source)
            : new TextOrigin(node.PlaceIn(source), IsVerbatim: false, _frame.Caller, value, _frame.Condition);
    }

    // Text of what tpl runs keeps its origins, and is printed because of what was tested there.
    private void AppendInput(TracedText input, TextNode node)
    {
        var text = input.Substring(node.Span.Start, node.Span.Length);
        _frame.Output.Append(_frame.Condition is { } condition ? text.Under(condition) : text);
    }

    // What tpl runs was itself made somewhere: a node of it is a part of that.
    private static TextOrigin InputOrigin(TracedText input, GoTemplateNode node, ValueOrigin? value, ValueOrigin? condition)
    {
        if (input.SegmentAt(Math.Min(node.Span.Start, Math.Max(input.Content.Length - 1, 0))) is not { } segment)
            throw new InvalidOperationException("the text of tpl is not traced");
        var origin = segment.Origin;
        var place = origin.Place;
        if (origin.IsVerbatim)
        {
            var start = Math.Min(place.Span.Start + segment.Skipped + node.Span.Start - segment.Start, place.Span.End);
            place = place.Source.At(new TextSpan(start, Math.Min(node.Span.Length, place.Span.End - start)));
        }

        return new TextOrigin(place, IsVerbatim: false, origin.Caller, ValueOrigin.Join(value, origin.Value), ValueOrigin.Join(condition, origin.Condition));
    }

    // A template that a text of tpl defines is a part of that text.
    private TracedText? InputOf(Syntax.GoTemplate.TemplateDefinition definition)
    {
        if (!_isTracing || definition.Source.Path.Length > 0)
            return null;
        var frame = _frame;
        while (!ReferenceEquals(frame.Definition.Source, definition.Source))
            frame = frame.Parent!;
        return frame.Input;
    }

    private TextOrigin? OriginOfCall(GoTemplateNode node) => _isTracing ? OriginOf(node, null) : null;

    // What tpl runs stands in no file, so its constants have no place of their own.
    private ValueOrigin? OriginOfConstant(LiteralNode node) => _frame.Definition.Source.Path.Length > 0
        ? new ValueOrigin(node.LocationIn(_frame.Definition.Source), "")
        : null;
}
