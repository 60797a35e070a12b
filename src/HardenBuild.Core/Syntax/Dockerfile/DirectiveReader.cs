using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Recognises parser directives, which count only before the first other line.</summary>
internal sealed class DirectiveReader(string content, ErrorList errors)
{
    private readonly ImmutableArray<ParserDirective>.Builder _directives = ImmutableArray.CreateBuilder<ParserDirective>();
    private bool _afterShebang;
    private bool _done;

    public char EscapeCharacter { get; private set; } = '\\';

    public bool HasCustomFrontend { get; private set; }

    public ImmutableArray<ParserDirective> Directives => _directives.ToImmutable();

    /// <summary>Ends directive mode: an instruction or a blank line was seen.</summary>
    public void Stop() => _done = true;

    /// <summary>Takes a comment line as a directive if it is one.</summary>
    /// <param name="line">From the comment mark to the end of the line.</param>
    public bool TryRead(TextSpan line, int markLength)
    {
        if (_done)
            return false;
        if (line.Start == 0 && content.AsSpan(0, line.End).StartsWith("#!".AsSpan()))
        {
            _afterShebang = true;
            return false;
        }

        var directive = Parse(line, markLength);
        // BuildKit looks past a shebang for syntax and check only: its escape directive must come first.
        if (directive is null || (_afterShebang && directive.Name == "escape"))
        {
            _done = true;
            return false;
        }

        Apply(directive);
        return true;
    }

    private void Apply(ParserDirective directive)
    {
        foreach (var earlier in _directives)
        {
            if (earlier.Name == directive.Name)
            {
                errors.Add(directive.Span, $"Only one '{directive.Name}' parser directive can be used; remove this one");
                return;
            }
        }

        _directives.Add(directive);
        if (directive.Name == "syntax")
            HasCustomFrontend = !IsDockerFrontend(directive.Value);
        else if (directive.Name == "escape" && directive.Value is "`" or "\\")
            EscapeCharacter = directive.Value[0];
        else if (directive.Name == "escape")
            errors.Add(directive.ValueSpan, $"Escape character '{directive.Value}' must be a backslash or a backtick");
    }

    private ParserDirective? Parse(TextSpan line, int markLength)
    {
        var start = line.Start + markLength;
        while (start < line.End && char.IsWhiteSpace(content[start]))
            start++;
        var nameEnd = start;
        while (nameEnd < line.End && IsAsciiLetterOrDigit(content[nameEnd]))
            nameEnd++;
        var value = nameEnd;
        while (value < line.End && char.IsWhiteSpace(content[value]))
            value++;
        if (value >= line.End || content[value] != '=')
            return null;

        value++;
        while (value < line.End && char.IsWhiteSpace(content[value]))
            value++;
        var end = line.End;
        while (end > value && char.IsWhiteSpace(content[end - 1]))
            end--;
        var name = content.Substring(start, nameEnd - start).ToLowerInvariant();
        if (end == value || name is not ("syntax" or "escape" or "check"))
            return null;
        return new ParserDirective(
            name,
            content.Substring(value, end - value),
            TextSpan.FromBounds(line.Start, end),
            TextSpan.FromBounds(start, nameEnd),
            TextSpan.FromBounds(value, end));
    }

    private static bool IsAsciiLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    /// <summary>Whether the image is Docker's own frontend, whatever its registry prefix, tag and digest.</summary>
    private static bool IsDockerFrontend(string image)
    {
        var name = image.AsSpan();
        var end = name.IndexOfAny(' ', '@');
        if (end >= 0)
            name = name.Slice(0, end);
        if (name.StartsWith("docker.io/".AsSpan(), StringComparison.Ordinal))
            name = name.Slice("docker.io/".Length);
        var tag = name.IndexOf(':');
        if (tag >= 0)
            name = name.Slice(0, tag);
        return name is "docker/dockerfile" or "docker/dockerfile-upstream";
    }
}
