using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>Finds the comments between the scalars. YamlDotNet's own comment events are no help: with them on, its parser refuses valid files.</summary>
internal sealed class YamlCommentScanner(string text)
{
    // YAML 1.1, section 4.1.4, counts the last three as line breaks, and so does the scanner.
    private static readonly char[] LineBreaks = ['\r', '\n', '\u0085', '\u2028', '\u2029'];
    private readonly ImmutableArray<YamlComment>.Builder _comments = ImmutableArray.CreateBuilder<YamlComment>();
    private int _position;

    /// <summary>Reads the comments up to a scalar.</summary>
    public void ReadTo(int offset)
    {
        while (_position < offset)
        {
            var hash = text.IndexOf('#', _position, offset - _position);
            if (hash < 0)
                break;
            if (!StartsToken(hash))
            {
                _position = hash + 1;
                continue;
            }

            var end = text.IndexOfAny(LineBreaks, hash);
            if (end < 0)
                end = text.Length;
            _comments.Add(new YamlComment(TextSpan.FromBounds(hash, end), IsOwnLine(hash)));
            _position = end;
        }

        _position = Math.Max(_position, offset);
    }

    /// <summary>Steps over a scalar, whose text may hold <c>#</c>.</summary>
    public void Skip(int end) => _position = Math.Max(_position, end);

    /// <summary>Goes on after a part of the text that could not be read; a negative offset is the end of the text.</summary>
    public void ResumeAt(int offset) => _position = offset < 0 ? text.Length : Math.Max(_position, offset);

    public ImmutableArray<YamlComment> ToImmutable() => _comments.ToImmutable();

    // Inside an anchor, a tag or an alias the character is part of the name.
    private bool StartsToken(int hash) => hash == 0 || text[hash - 1] is ' ' or '\t' or '\r' or '\n' or ',' or '[' or ']' or '{' or '}' or '"' or '\'' or ':';

    private bool IsOwnLine(int hash)
    {
        var before = hash - 1;
        while (before >= 0 && text[before] is ' ' or '\t')
            before--;
        return before < 0 || text[before] is '\r' or '\n';
    }
}
