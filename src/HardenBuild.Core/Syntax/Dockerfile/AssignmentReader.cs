using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Reads the assignments of ENV, LABEL and ARG.</summary>
internal sealed class AssignmentReader(char escape)
{
    /// <summary><c>name=value ...</c>, or the legacy <c>name value</c>; default on error.</summary>
    public ImmutableArray<Assignment> Read(InstructionHead head, out SyntaxError? error)
    {
        error = null;
        var words = ArgumentReader.SplitQuoted(head.Arguments, escape);
        if (words.Count == 0)
        {
            error = new SyntaxError(head.KeywordSpan, $"'{InstructionKeywords.NameOf(head.Kind)}' has no arguments");
            return default;
        }

        if (words[0].Characters.IndexOf('=') < 0)
            return ReadLegacy(head, out error);
        var assignments = ImmutableArray.CreateBuilder<Assignment>(words.Count);
        foreach (var word in words)
        {
            var equals = word.Characters.IndexOf('=');
            if (equals < 0)
                error ??= new SyntaxError(word.Span, $"'{Shorten(word)}' has no '='; write name=value, with quotes around a value that holds blanks");
            else if (equals == 0)
                error ??= Nameless(word);
            else
                assignments.Add(Pair(word, equals));
        }

        return error is null ? assignments.ToImmutable() : default;
    }

    /// <summary><c>name</c> or <c>name=default</c>, repeated; default on error.</summary>
    public ImmutableArray<Assignment> ReadArguments(InstructionHead head, out SyntaxError? error)
    {
        error = null;
        var words = ArgumentReader.SplitQuoted(head.Arguments, escape);
        if (words.Count == 0)
            error = new SyntaxError(head.KeywordSpan, "'ARG' has no arguments");
        var assignments = ImmutableArray.CreateBuilder<Assignment>(words.Count);
        foreach (var word in words)
        {
            var equals = word.Characters.IndexOf('=');
            if (equals == 0)
                error ??= Nameless(word);
            else
                assignments.Add(equals < 0 ? new Assignment(DockerfileWord.Plain(word, escape), Value: null, IsLegacy: false) : Pair(word, equals));
        }

        return error is null ? assignments.ToImmutable() : default;
    }

    private ImmutableArray<Assignment> ReadLegacy(InstructionHead head, out SyntaxError? error)
    {
        error = null;
        var characters = head.Arguments.Characters;
        var nameEnd = DockerfileCharacters.SkipNonBlanks(characters, 0);
        if (nameEnd == characters.Length)
        {
            error = new SyntaxError(head.Arguments.Span, $"'{Shorten(head.Arguments)}' has no value; write {Shorten(head.Arguments)}=value");
            return default;
        }

        var value = DockerfileCharacters.SkipBlanks(characters, nameEnd);
        return
        [
            new Assignment(
                DockerfileWord.Plain(head.Arguments.Slice(0, nameEnd), escape),
                DockerfileWord.Plain(head.Arguments.Slice(value), escape),
                IsLegacy: true),
        ];
    }

    private Assignment Pair(LogicalText word, int equals) => new(
        DockerfileWord.Plain(word.Slice(0, equals), escape),
        DockerfileWord.Plain(word.Slice(equals + 1), escape),
        IsLegacy: false);

    private static SyntaxError Nameless(LogicalText word) => new(word.Span, "The name before '=' is missing");

    private static string Shorten(LogicalText text) => text.Length <= 40 ? text.Text : text.Slice(0, 40).Text;
}
