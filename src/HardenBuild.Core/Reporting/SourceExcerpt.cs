using System.Text;
using HardenBuild.Model.Secrets;
using HardenBuild.Text;

namespace HardenBuild.Reporting;

/// <summary>The first line of a location as it is shown, neutralised.</summary>
/// <param name="Line">The line, or the part of it around the reported span.</param>
/// <param name="MarkStart">Characters of <paramref name="Line"/> before what is shown of the span.</param>
/// <param name="MarkLength">Characters that show the span; 0 at a line's end.</param>
internal readonly record struct SourceExcerpt(string Line, int MarkStart, int MarkLength)
{
    /// <summary>Characters shown of a line at most; a minified file's line would fill the screen.</summary>
    public const int MaximumWidth = 160;

    private const int Lead = 60;

    // Enough to recognise a credential of which only a part is shown.
    private const int Neighbourhood = 512;
    private const string Omission = "...";

    public static SourceExcerpt Of(SourceLocation location)
    {
        var source = location.Source;
        var line = source.GetLine(source.GetLineIndex(location.Span.Start));
        // A span may start at the line break itself: an error at a line's end.
        var start = Math.Min(location.Span.Start, line.End);
        var end = Math.Max(start, Math.Min(location.Span.End, line.End));
        var from = line.Length <= MaximumWidth ? line.Start : Math.Max(line.Start, start - Lead);
        var to = Math.Min(line.End, from + MaximumWidth);
        end = Math.Min(end, to);

        // Only the neighbourhood is read: many findings on one endless line must not cost its length each.
        var near = TextSpan.FromBounds(Math.Max(line.Start, from - Neighbourhood), Math.Min(line.End, to + Neighbourhood));
        var text = SecretMask.Apply(source.Substring(near));
        var shown = new StringBuilder(from > line.Start ? Omission : "");
        Append(from, start);
        var markStart = shown.Length;
        Append(start, end);
        var markLength = shown.Length - markStart;
        Append(end, to);
        if (to < line.End)
            shown.Append(Omission);
        return new SourceExcerpt(shown.ToString(), markStart, markLength);

        void Append(int first, int past)
        {
            for (var i = first; i < past; i++)
                PlainText.Append(shown, text, i - near.Start);
        }
    }
}
