using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>One argument of an instruction.</summary>
internal sealed class DockerfileWord
{
    private readonly char _escape;
    private LogicalText? _unquoted;

    private DockerfileWord(LogicalText text, TextSpan span, char escape, bool isJson)
    {
        Text = text;
        Span = span;
        _escape = escape;
        IsJson = isJson;
    }

    /// <summary>As written, quotes included; an element of a JSON array decoded.</summary>
    public LogicalText Text { get; }

    /// <summary>The whole word, quotes included.</summary>
    public TextSpan Span { get; }

    /// <summary>Whether the word is an element of a JSON array (exec form).</summary>
    public bool IsJson { get; }

    /// <summary>The word after quote removal; variable references stay as written.</summary>
    /// <remarks>Unbalanced quotes stay. An element of a JSON array is what JSON says.</remarks>
    public LogicalText Unquoted => _unquoted ??= IsJson ? Text : VariableExpansion.Unquote(Text, _escape);

    /// <summary>The characters of <see cref="Unquoted"/>.</summary>
    public string Value => Unquoted.Text;

    public static DockerfileWord Plain(LogicalText text, char escape) => new(text, text.Span, escape, isJson: false);

    public static DockerfileWord Json(LogicalText decoded, TextSpan span, char escape) => new(decoded, span, escape, isJson: true);

    /// <summary>The file's text behind a part of <see cref="Value"/>.</summary>
    public TextSpan SpanOf(int start, int length) => Unquoted.MapToSource(new TextSpan(start, length));

    public override string ToString() => Value;
}
