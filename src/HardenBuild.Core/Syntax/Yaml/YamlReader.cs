using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml.Events;
using HardenBuild.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HardenBuild.Syntax.Yaml;

/// <summary>Reads a stream of documents from YamlDotNet's events; after an error it resumes at the next line that starts a document.</summary>
internal sealed class YamlReader(SourceText source)
{
    private readonly string _text = source.Content;
    private readonly ImmutableArray<YamlDocument>.Builder _documents = ImmutableArray.CreateBuilder<YamlDocument>();
    private readonly List<SyntaxError> _errors = [];
    private readonly YamlCommentScanner _comments = new(source.Content);
    private int _end = source.Content.Length;

    /// <summary>Number of nodes of the part that was read, with aliases followed.</summary>
    public int Nodes { get; private set; }

    /// <summary>Reads the YAML that a part of the text holds; every span is one of the whole text.</summary>
    public YamlFile ReadPart(TextSpan part)
    {
        _end = part.End;
        _comments.ResumeAt(part.Start);
        var builder = new YamlTreeBuilder(source, _errors, _comments);
        ReadSegment(builder, part.Start);
        Nodes = builder.Nodes;
        _comments.ReadTo(part.End);
        return new YamlFile(source, _documents.ToImmutable(), [.. _errors], _comments.ToImmutable());
    }

    public YamlFile Read()
    {
        if (_text.Length > YamlLimits.Length)
        {
            AddLimit(0, $"The file has {_text.Length} characters; YAML files of more than {YamlLimits.Length} characters are not read");
        }
        else if (_text.IndexOf('\0') is >= 0 and var offset)
        {
            // YamlDotNet takes NUL for the end of the text: what follows would go unread in silence.
            _errors.Add(new SyntaxError(new TextSpan(offset, 1), "The file holds a NUL character, so it is not text; remove the character or save the file as UTF-8"));
        }
        else if (YamlStreamParts.Read(source) is { } file)
        {
            return file;
        }
        else
        {
            ReadSegments();
        }

        _errors.Sort(static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : a.Span.Length.CompareTo(b.Span.Length));
        return new YamlFile(source, _documents.ToImmutable(), [.. _errors], _comments.ToImmutable());
    }

    private void ReadSegments()
    {
        var builder = new YamlTreeBuilder(source, _errors, _comments);
        for (var start = 0; start >= 0;)
        {
            var errorAt = ReadSegment(builder, start);
            if (errorAt < 0 || builder.IsFull)
                break;
            if (_errors.Count >= YamlLimits.Errors)
            {
                AddLimit(errorAt, $"The file has {YamlLimits.Errors} errors; the rest of it is not read");
                break;
            }

            _comments.ReadTo(errorAt);
            start = YamlDocumentMarker.Find(_text, errorAt, start + 1);
            _comments.ResumeAt(start);
        }

        _comments.ReadTo(_text.Length);
    }

    /// <returns>Where the segment ends in an error; -1 when the text was read to its end.</returns>
    private int ReadSegment(YamlTreeBuilder builder, int start)
    {
        using var reader = new YamlEventReader(_text, start, _end);
        TextSpan? marker = null;
        var lastEnd = start;
        var mayContinue = false;
        builder.StartSegment(reader, start);
        try
        {
            while (reader.MoveNext())
            {
                var current = reader.Current;
                switch (current)
                {
                    case DocumentStart documentStart:
                        mayContinue = false;
                        marker = documentStart.IsImplicit
                            ? null
                            : TextSpan.FromBounds(builder.Offset(current.Start.Index), builder.Offset(current.End.Index));
                        builder.StartDocument(marker?.End ?? start);
                        break;
                    case DocumentEnd documentEnd:
                        AddDocument(builder.Root, marker, lastEnd);
                        mayContinue = documentEnd.IsImplicit;
                        break;
                    default:
                        if (!builder.Add(current))
                            return builder.ErrorAt;
                        break;
                }

                lastEnd = builder.Offset(current.End.Index);
            }

            return -1;
        }
        catch (YamlException exception)
        {
            // Text after a root that nothing closes, as in "[a] b", makes that document wrong, not the next one.
            if (mayContinue)
                _documents.RemoveAt(_documents.Count - 1);
            // Some marks of errors lie before documents that were read without one.
            var notBefore = Math.Max(start, _documents.Count > 0 ? _documents[_documents.Count - 1].Span.End : 0);
            return Add(YamlSyntaxErrors.From(exception, _text, reader, notBefore));
        }
        catch (ArgumentException)
        {
            // YamlDotNet checks an escape such as \UFFFFFFFF only when it turns it into characters.
            return Add(YamlSyntaxErrors.BadEscape(_text, lastEnd));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's invariants give way at some ends of text and at keys over several lines in flow collections.
            return mayContinue && IsBlank(builder.Position) ? -1 : Add(YamlSyntaxErrors.Unreadable(_text, builder.Position));
        }
    }

    private bool IsBlank(int offset)
    {
        while (offset < _end && char.IsWhiteSpace(_text[offset]))
            offset++;
        return offset == _end;
    }

    private int Add(SyntaxError error)
    {
        _errors.Add(error);
        return error.Span.Start;
    }

    private void AddDocument(YamlNode? root, TextSpan? marker, int end)
    {
        if (root is YamlScalar { IsUntypedPlain: true, Value: "", Anchor: null })
            root = null;
        var start = marker?.Start ?? root?.Span.Start ?? end;
        _documents.Add(new YamlDocument(root, TextSpan.FromBounds(start, root?.Span.End ?? marker?.End ?? end)));
    }

    private void AddLimit(int offset, string message) => _errors.Add(new SyntaxError(new TextSpan(offset, 0), message));
}
