using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Text;

/// <summary>A file's text with the places that a test expects marked as <c>[|span|]</c>, and related places as <c>{|#0:span|}</c>.</summary>
internal sealed record MarkedText(string Path, string Text, IReadOnlyList<TextSpan> Spans, IReadOnlyList<TextSpan> Related)
{
    public static MarkedText Parse(string path, string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = new List<TextSpan>();
        var related = new SortedDictionary<int, TextSpan>();
        var open = new Stack<(int Start, int Related)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (At("[|"))
            {
                open.Push((text.Length, -1));
                i++;
            }
            else if (At("{|#"))
            {
                var colon = marked.IndexOf(':', i);
                open.Push((text.Length, int.Parse(marked.AsSpan(i + 3, colon - i - 3), System.Globalization.CultureInfo.InvariantCulture)));
                i = colon;
            }
            else if (open.Count > 0 && At(open.Peek().Related < 0 ? "|]" : "|}"))
            {
                var (start, number) = open.Pop();
                var span = TextSpan.FromBounds(start, text.Length);
                if (number < 0)
                    spans.Add(span);
                else
                    related.Add(number, span);
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }

            bool At(string token) => string.CompareOrdinal(marked, i, token, 0, token.Length) == 0;
        }

        if (open.Count > 0)
            throw new ArgumentException($"Unclosed mark in {path}", nameof(marked));

        spans.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Length.CompareTo(b.Length));
        return new MarkedText(path, text.ToString(), spans, [.. related.Values]);
    }
}
