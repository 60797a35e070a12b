using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>Parts of a value that stands in a file, perhaps in quotes.</summary>
internal static class LocatedText
{
    /// <summary>Where the value itself is written, without quotes; null where variables or escapes make text and value differ.</summary>
    public static TextSpan? ContentSpan(Located<string> text)
    {
        var (source, span) = (text.Location.Source, text.Location.Span);
        var quotes = span.Length - text.Value.Length;
        var content = new TextSpan(span.Start + (quotes / 2), text.Value.Length);
        return quotes is 0 or 2 && string.CompareOrdinal(source.Content, content.Start, text.Value, 0, content.Length) == 0 ? content : null;
    }

    /// <summary>Where a part is written; the whole value where that cannot be told.</summary>
    /// <param name="part">In offsets of the value.</param>
    public static SourceLocation Part(Located<string> text, TextSpan part) =>
        ContentSpan(text) is { } content ? text.Location.Source.At(new TextSpan(content.Start + part.Start, part.Length)) : text.Location;
}
