using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>Reads a long stream of documents in several parts at the same time.</summary>
/// <remarks>A line that begins with <c>---</c> starts a document wherever it stands (YAML 1.2.2, section 9.1.2), so that the parts can be told without reading them.</remarks>
internal static class YamlStreamParts
{
    /// <summary>Below this length, in UTF-16 code units, a second thread costs more than it saves.</summary>
    public const int WorthThread = 256 * 1024;

    /// <summary>The file as <see cref="YamlReader.Read"/> gives it; null where it is short, or where anything at all is wrong with it.</summary>
    public static YamlFile? Read(SourceText source)
    {
        var parts = Split(source.Content, Environment.ProcessorCount);
        if (parts.Count < 2)
            return null;
        var readers = new YamlReader[parts.Count];
        var files = new YamlFile[parts.Count];
        var others = new Task[parts.Count - 1];
        for (var i = 1; i < parts.Count; i++)
        {
            var part = i;
            others[i - 1] = Task.Run(() => Read(part), CancellationToken.None);
        }

        Read(0);
        Task.WaitAll(others);

        var nodes = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            nodes += readers[i].Nodes;
            // An error is told by who read all that stands before it, and a text as a whole document may hold what looks like a marker.
            if (nodes > YamlLimits.Nodes || !files[i].Errors.IsEmpty || files[i].Documents.Any(static document => document.Root is YamlScalar))
                return null;
        }

        return new YamlFile(
            source,
            [.. files.SelectMany(static file => file.Documents)],
            [],
            [.. files.SelectMany(static file => file.Comments)]);

        void Read(int part) => files[part] = (readers[part] = new YamlReader(source)).ReadPart(parts[part]);
    }

    /// <summary>Parts of about equal length that begin with a document's marker, the first one with the text.</summary>
    internal static List<TextSpan> Split(string text, int atMost)
    {
        var parts = new List<TextSpan>();
        var count = Math.Min(atMost, text.Length / WorthThread);
        var start = 0;
        for (var i = 1; i < count; i++)
        {
            var end = YamlDocumentMarker.Find(text, (int)((long)text.Length * i / count), start + 1);
            if (end < 0)
                break;
            parts.Add(TextSpan.FromBounds(start, end));
            start = end;
        }

        parts.Add(TextSpan.FromBounds(start, text.Length));
        return parts;
    }
}
