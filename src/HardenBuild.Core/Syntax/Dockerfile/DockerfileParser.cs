using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Reads one file from top to bottom: directives, comments, instructions with their heredocs.</summary>
internal sealed class DockerfileParser
{
    private readonly SourceText _source;
    private readonly string _content;
    private readonly ErrorList _errors = new();
    private readonly ImmutableArray<DockerfileComment>.Builder _comments = ImmutableArray.CreateBuilder<DockerfileComment>();
    private readonly ImmutableArray<DockerfileInstruction>.Builder _instructions = ImmutableArray.CreateBuilder<DockerfileInstruction>();
    private readonly DirectiveReader _directives;
    private InstructionReader? _instructionReader;
    private LogicalLineReader? _lineReader;

    public DockerfileParser(SourceText source)
    {
        _source = source;
        _content = source.Content;
        _directives = new DirectiveReader(_content, _errors);
    }

    public DockerfileSyntax Parse()
    {
        var position = 0;
        while (position < _content.Length)
            position = ReadFrom(position);
        if (_instructions.Count == 0)
            _errors.Add(default, "The Dockerfile has no instructions; begin it with FROM");

        return new DockerfileSyntax
        {
            Source = _source,
            EscapeCharacter = _directives.EscapeCharacter,
            Directives = _directives.Directives,
            Comments = _comments.ToImmutable(),
            Instructions = _instructions.ToImmutable(),
            Errors = _errors.ToSorted(),
            HasCustomFrontend = _directives.HasCustomFrontend,
        };
    }

    private int ReadFrom(int position)
    {
        var line = PhysicalLine.At(_content, position);
        if (line.IsEmpty)
        {
            _directives.Stop();
            return line.Next;
        }

        var text = TextSpan.FromBounds(line.TextStart, line.End);
        if (_content[line.TextStart] == '#')
        {
            if (!_directives.TryRead(text, markLength: 1))
                AddComment(text);
            return line.Next;
        }

        if (_instructions.Count == 0 && IsSlashDirective(text))
            return line.Next;

        _directives.Stop();
        return ReadInstruction(line.TextStart);
    }

    /// <summary>A frontend for another language may be named in its own comment style: <c>// syntax=</c>.</summary>
    private bool IsSlashDirective(TextSpan text) =>
        text.Length > 2 && _content[text.Start] == '/' && _content[text.Start + 1] == '/' && _directives.TryRead(text, markLength: 2);

    private int ReadInstruction(int start)
    {
        // The escape character is settled once the first instruction begins.
        _lineReader ??= new LogicalLineReader(_content, _directives.EscapeCharacter, AddComment);
        _instructionReader ??= new InstructionReader(_content, _directives.EscapeCharacter, _directives.HasCustomFrontend, _errors);
        var line = _lineReader.Read(start);
        var instruction = _instructionReader.Read(line, start, out var next);
        _instructions.Add(instruction);
        return next;
    }

    private void AddComment(TextSpan span)
    {
        var start = span.Start + 1;
        var end = span.End;
        while (start < end && char.IsWhiteSpace(_content[start]))
            start++;
        while (end > start && char.IsWhiteSpace(_content[end - 1]))
            end--;
        _comments.Add(new DockerfileComment(span, _content.Substring(start, end - start)));
    }
}
