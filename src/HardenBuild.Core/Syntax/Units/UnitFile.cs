using System.Collections.Immutable;
using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Units;

/// <summary>A unit of systemd, or of Podman's generator: sections with settings, a key perhaps several times.</summary>
/// <remarks>Grammar: systemd.syntax(7).</remarks>
internal sealed class UnitFile
{
    private UnitFile(SourceText source, ImmutableArray<UnitEntry> entries, ImmutableArray<TextSpan> comments, ImmutableArray<(string Name, TextSpan Span)> sections)
    {
        Source = source;
        Entries = entries;
        Comments = comments;
        Sections = sections;
    }

    public SourceText Source { get; }

    public ImmutableArray<UnitEntry> Entries { get; }

    public ImmutableArray<TextSpan> Comments { get; }

    /// <summary>The headers with their brackets, in order.</summary>
    public ImmutableArray<(string Name, TextSpan Span)> Sections { get; }

    public static UnitFile Parse(SourceText source)
    {
        var entries = ImmutableArray.CreateBuilder<UnitEntry>();
        var comments = ImmutableArray.CreateBuilder<TextSpan>();
        var sections = ImmutableArray.CreateBuilder<(string, TextSpan)>();
        var section = "";
        for (var line = 0; line < source.LineCount; line++)
        {
            var span = Trim(source.Content, source.GetLine(line));
            if (span.IsEmpty)
                continue;
            var first = source.Content[span.Start];
            if (first is '#' or ';')
            {
                comments.Add(span);
            }
            else if (first == '[' && source.Content[span.End - 1] == ']')
            {
                section = source.Content.Substring(span.Start + 1, span.Length - 2);
                sections.Add((section, span));
            }
            else if (ReadEntry(source, section, span, ref line) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return new UnitFile(source, entries.ToImmutable(), comments.ToImmutable(), sections.ToImmutable());
    }

    /// <summary>The settings of a key in a section. An empty value takes back those before it.</summary>
    public IEnumerable<UnitEntry> All(string section, string key)
    {
        var entries = Entries.Where(entry => entry.Section == section && entry.Key == key).ToList();
        return entries.Skip(entries.FindLastIndex(static entry => entry.Value.Length == 0) + 1);
    }

    public UnitEntry? Last(string section, string key) => All(section, key).LastOrDefault();

    private static UnitEntry? ReadEntry(SourceText source, string section, TextSpan line, ref int index)
    {
        var text = source.Content;
        var equals = text.IndexOf('=', line.Start, line.Length);
        if (equals < 0)
            return null;
        var key = Trim(text, TextSpan.FromBounds(line.Start, equals));
        var value = new StringBuilder();
        var offsets = new List<int>();
        var part = TextSpan.FromBounds(equals + 1, line.End);
        while (true)
        {
            var continues = !part.IsEmpty && text[part.End - 1] == '\\';
            for (var i = part.Start; i < (continues ? part.End - 1 : part.End); i++)
                Append(text[i], i);
            if (!continues || index + 1 >= source.LineCount)
                break;
            Append(' ', part.End - 1);
            part = Trim(text, source.GetLine(++index));

            // A comment between the lines of a value is left out.
            while (!part.IsEmpty && text[part.Start] is '#' or ';' && index + 1 < source.LineCount)
                part = Trim(text, source.GetLine(++index));
        }

        var (start, end) = (0, value.Length);
        while (start < end && char.IsWhiteSpace(value[start]))
            start++;
        while (end > start && char.IsWhiteSpace(value[end - 1]))
            end--;
        return new UnitEntry(section, text.Substring(key.Start, key.Length), key, value.ToString(start, end - start), [.. offsets.Skip(start).Take(end - start)], source);

        void Append(char character, int offset)
        {
            value.Append(character);
            offsets.Add(offset);
        }
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }
}
