using System.Text;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.GoTemplate.Nodes;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>Puts together what Go says about a failing node: each call that led there adds its own place in front.</summary>
internal static class ExecutionErrors
{
    // Each call of tpl quotes its whole text: the outer calls are left out where the message gets too long.
    private const int MaximumLength = 200_000;
    private const int MaximumContext = 4_096;

    public static TemplateExecutionException Create(ExecutionFrame frame, GoTemplateNode node, string reason, Exception? inner = null)
    {
        // Innermost first.
        var parts = new List<string> { Describe(frame, node) + reason };
        var callers = new List<SourceLocation>();
        var location = LocationIn(frame, node);
        var length = parts[0].Length;
        for (var current = frame; current.Parent is { } parent; current = parent)
        {
            var caller = LocationIn(parent, current.CallSite!);
            location ??= caller;
            if (caller is not null)
                callers.Add(caller);
            if (length > MaximumLength || Prefix(current, parent) is not { } prefix)
                continue;
            parts.Add(prefix);
            length += prefix.Length;
        }

        var message = new StringBuilder(length);
        for (var i = parts.Count - 1; i >= 0; i--)
            message.Append(parts[i]);
        return new TemplateExecutionException(message.ToString(), reason, location, callers, inner);
    }

    /// <summary>Go's position of a node: file, line, and zero-based column in bytes.</summary>
    public static string Position(TemplateDefinition definition, GoTemplateNode node)
    {
        var text = definition.Source.Content;
        var anchor = Math.Min(node.Anchor, text.Length);
        var line = 1;
        var lineStart = 0;
        for (var feed = text.IndexOf('\n', 0, anchor); feed >= 0; feed = text.IndexOf('\n', lineStart, anchor - lineStart))
        {
            line++;
            lineStart = feed + 1;
        }

        return $"{definition.FileName}:{line}:{Utf8Text.Length(text.Substring(lineStart, anchor - lineStart))}";
    }

    private static string? Prefix(ExecutionFrame frame, ExecutionFrame parent) => frame.Kind switch
    {
        FrameKind.Include => Describe(parent, frame.CallSite!) + "error calling include: ",
        FrameKind.Text => Describe(parent, frame.CallSite!) + "error calling tpl: error during tpl function execution for "
            + GoQuoting.Quote(Shorten(frame.Definition.Source.Content)) + ": ",
        _ => null,
    };

    private static string Describe(ExecutionFrame frame, GoTemplateNode node) =>
        $"template: {Position(frame.Definition, node)}: executing {GoQuoting.Quote(frame.Definition.Name)} at <{Shorten(node.ToString())}>: ";

    private static string Shorten(string text) => text.Length <= MaximumContext ? text : text.Remove(MaximumContext) + "...";

    // What runs by tpl stands in no file; neither do the templates that it defines.
    private static SourceLocation? LocationIn(ExecutionFrame frame, GoTemplateNode node) =>
        frame.Definition.Source.Path.Length > 0 ? node.LocationIn(frame.Definition.Source) : null;
}
