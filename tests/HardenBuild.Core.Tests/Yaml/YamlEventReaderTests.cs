using System.Globalization;
using System.Runtime.CompilerServices;
using CsCheck;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Syntax.Yaml.Events;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HardenBuild.Core.Tests.Yaml;

/// <summary>The reader of common documents against the parser whose events it makes.</summary>
public sealed class YamlEventReaderTests
{
    // YAML_CORPUS names a folder with more of them.
    private static readonly string[] Samples = [Common, .. Texts(Folder()), .. Environment.GetEnvironmentVariable("YAML_CORPUS") is { } corpus ? Texts(corpus) : []];

    private static readonly Gen<string> Piece = Gen.OneOfConst(
        "\n", "\n\n", "\n  ", "\n    ", "\n- ", "\r\n", "\t", " ", "  ", "-", "- ", "- - ", "a: ", "a:\n", ": ", ":", " #", "# x\n", "'", "\"", "''", "\\", "\\n", "[", "]", "{", "}", ",", "{}", "[a, b]", "{a: b}",
        "|\n  x\n", "|-\n    x\n\n", "|+\n", ">", "&a ", "*a", "!t ", "?", "? ", "---\n", "\n---\n", "\n...\n", "%", "@", "`", "~", "\u00e9", "\u0085", "\u2028", "\uFEFF", "\uD83D\uDE00", "\0", "<<: *a", "x", "0");

    // Every construct that it reads by itself.
    private const string Common = """
        # before
        apiVersion: apps/v1   # after
        'single ''quoted''': "double \"quoted\"\n"
        empty:
        nested:
          deeper:
            key with spaces: a#b c:d -e
        list:
        - a
        -
        - - b
          - c
        - d: e
          f:
          - g
          -

          h: |
            literal
              indented

            end

        - |-
          stripped
        - |+
          kept

        flow: {a: [b, 'c', "d"], e: {}}
        url: http://example.org:80/
        last: x
        ---
        - 1
        ---
        a:

        """;

    private static readonly Gen<string> Mutation = Gen.Select(Gen.OneOfConst(Samples), Gen.Select(Gen.Int[0, 5_000], Gen.Int[0, 3], Piece).Array[0, 4], Mutate);

    [Fact]
    public void Common_document_is_read_without_the_other_parser()
    {
        List<ParsingEvent> events = [];
        var document = new CommonDocument(Common, 0, events);
        var documents = 0;
        for (var start = 0; start < Common.Length; documents++)
        {
            var next = YamlDocumentMarker.Find(Common, start, start + 1);
            var end = next < 0 ? Common.Length : next;
            Assert.True(document.TryRead(start, end));
            start = end;
        }

        Assert.Equal(3, documents);
    }

    [Fact]
    public void Events_of_samples_are_the_same() => Assert.All(Samples, AssertSameEvents);

    [Fact]
    public void Events_of_mutations_are_the_same() => Mutation.Sample(AssertSameEvents, iter: 20_000);

    [Fact]
    public void Events_of_pieces_are_the_same() => Piece.Array[0, 25].Select(string.Concat).Sample(AssertSameEvents, iter: 20_000);

    private static void AssertSameEvents(string text)
    {
        if (!MayStartDocumentWithColon(text))
            Assert.Equal(Expected(text), Actual(text));
    }

    private static IEnumerable<string> Texts(string folder) => Directory.EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(static text => text.Length < 50_000);

    // The YAML of all tests.
    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..");

    private static string Mutate(string text, (int At, int Removed, string Added)[] edits)
    {
        foreach (var (at, removed, added) in edits)
        {
            var start = at % (text.Length + 1);
            text = text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, added);
        }

        return text;
    }

    private static List<string> Actual(string text)
    {
        using var reader = new YamlEventReader(text, 0, text.Length);
        return Read(text, () => reader.MoveNext() ? reader.Current : null, reader.Offset);
    }

    private static List<string> Expected(string text)
    {
        using var segment = new SegmentReader(text, 0, text.Length);
        var parser = new Parser(segment);
        return Read(text, () => parser.MoveNext() ? parser.Current : null, segment.Offset);
    }

    private static List<string> Read(string text, Func<ParsingEvent?> next, Func<long, int> offset)
    {
        List<string> events = [];
        var position = 0;
        var leavesOutKeys = LeavesOutKeys(text);
        var startsDocument = false;
        try
        {
            while (next() is { } current)
            {
                if (current is StreamStart or StreamEnd)
                    continue;
                // The marks at the end of a collection in block style lie anywhere behind it, those of a document without a marker anywhere in it.
                var end = current is MappingEnd or SequenceEnd or SequenceStart or DocumentEnd or DocumentStart { IsImplicit: true } ? -1 : offset(current.End.Index);
                // A key or a document that is left out has the mark of anything around it, which depends on what was read before.
                var isLeftOut = (leavesOutKeys || startsDocument) && current is Scalar { Style: ScalarStyle.Plain, Value: "" };
                var start = current is DocumentEnd || isLeftOut ? -1 : position = Math.Max(position, offset(current.Start.Index));
                end = end < 0 || isLeftOut ? -1 : Math.Max(start, end);
                startsDocument = current is DocumentStart;
                events.Add(string.Create(CultureInfo.InvariantCulture, $"{start}..{end} {current}"));
            }
        }
        catch (YamlException exception)
        {
            // Some marks of errors lie before the document; the reader of the tree corrects them.
            events.Add(WithoutMarks(exception.Message));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            events.Add(exception.GetType().Name);
        }

        return events;
    }

    private static bool LeavesOutKeys(string text) => Colons(text).Any(before => before is "" or [.., '\n' or '\r' or '-' or '?' or '{' or '[' or ',' or ':']);

    // YamlDotNet gives a colon at the start of a document to the last text of the one before it.
    private static bool MayStartDocumentWithColon(string text) =>
        Colons(text).Any(before => before is [.., '\n' or '\r' or '-' or '.']) && (text.Contains("---", StringComparison.Ordinal) || text.Contains("...", StringComparison.Ordinal));

    // What stands before each colon, without the blanks between.
    private static IEnumerable<string> Colons(string text)
    {
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(':', colon + 1))
            yield return text[..colon].TrimEnd(' ', '\t', '\u0085', '\u2028', '\uFEFF');
    }

    private static string WithoutMarks(string message) =>
        message.StartsWith("(Line", StringComparison.Ordinal) ? message[(message.IndexOf("): ", StringComparison.Ordinal) + 3)..] : message;
}
