using HardenBuild.Configuration;
using HardenBuild.Syntax.GoTemplate;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Charts;

/// <summary>The comments of a chart's file in which people write suppressions.</summary>
/// <param name="All">In the order of the text.</param>
/// <param name="Owned">Spans of the comments that are read here only: what no finding needs is told. The others, comments in the text of templates, are rendered and asked there too.</param>
internal sealed record ChartComments(IReadOnlyList<SourceComment> All, IReadOnlyList<TextSpan> Owned)
{
    private const string Marker = "hardenbuild:";

    public static ChartComments None { get; } = new([], []);

    /// <summary>Reads the comments of a template.</summary>
    public static ChartComments Of(GoTemplateFile template)
    {
        var content = template.Source.Content;
        if (content.IndexOf(Marker, StringComparison.OrdinalIgnoreCase) < 0)
            return None;
        var all = new List<SourceComment>();
        var owned = new List<TextSpan>();
        foreach (var span in template.Comments)
        {
            var inner = Inside(content, span);
            owned.Add(inner);
            all.Add(new SourceComment(inner, IsOwnLine(template.Source, span)));
        }

        AddOfText(template, all);
        all.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return new ChartComments(all, owned);
    }

    /// <summary>Reads the comments of a YAML file.</summary>
    public static ChartComments Of(SourceText source)
    {
        if (source.Content.IndexOf(Marker, StringComparison.OrdinalIgnoreCase) < 0)
            return None;
        var comments = YamlFile.Parse(source).Comments;
        return new ChartComments([.. comments.Select(static comment => new SourceComment(comment.Span, comment.IsOwnLine))], [.. comments.Select(static comment => comment.Span)]);
    }

    private static TextSpan Inside(string content, TextSpan comment)
    {
        var start = content.IndexOf("/*", comment.Start, comment.Length, StringComparison.Ordinal) + 2;
        var end = content.LastIndexOf("*/", comment.End - 1, comment.Length, StringComparison.Ordinal);
        while (start < end && char.IsWhiteSpace(content[start]))
            start++;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>Only the action itself, with its trim markers, stands on the line.</summary>
    private static bool IsOwnLine(SourceText source, TextSpan comment)
    {
        var line = source.GetLine(source.GetLineIndex(comment.Start));
        var before = source.Substring(TextSpan.FromBounds(line.Start, comment.Start));
        return before.TrimStart() is var action && (action.Length == 0 || action.TrimEnd() is "{{" or "{{-");
    }

    // A line of text that begins with '#' is a comment of the YAML that it becomes.
    private static void AddOfText(GoTemplateFile template, List<SourceComment> all)
    {
        var source = template.Source;
        for (var line = 0; line < source.LineCount; line++)
        {
            var span = source.GetLine(line);
            var start = span.Start;
            while (start < span.End && char.IsWhiteSpace(source.Content[start]))
                start++;
            if (start < span.End && source.Content[start] == '#' && !template.Comments.Any(comment => comment.Contains(start)))
                all.Add(new SourceComment(TextSpan.FromBounds(start, span.End), IsOwnLine: true));
        }
    }
}
