using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>A parsed shell script. Grammar: POSIX.1-2024, Shell Command Language, with bash's extensions.</summary>
/// <remarks>Parsing never throws and takes time linear in the text; nesting deeper than <see cref="MaxDepth"/> is an error and the rest is left unread.</remarks>
internal sealed class ShellScript(TextSpan span, ShellList body, ImmutableArray<TextSpan> comments, ImmutableArray<SyntaxError> errors)
    : ShellNode(span)
{
    /// <summary>Levels of substitutions, quotes and compound commands that are read.</summary>
    public const int MaxDepth = 200;

    /// <summary>The last error of a script that is nested too deeply.</summary>
    internal const string TooDeepMessage = "shell commands are nested more than 200 levels deep";

    private ImmutableArray<ShellNode> _nodes;

    /// <summary>What runs the script; null when that, or a part of the text, is not known.</summary>
    public ShellInterpreter? Interpreter { get; init; }

    /// <summary>Whether the script is the lines of a here-document or heredoc, not one logical line.</summary>
    public bool IsHereDocument { get; init; }

    /// <summary>The script and everything below it in source order; walked once for all rules.</summary>
    public ImmutableArray<ShellNode> Nodes => _nodes.IsDefault ? _nodes = [.. ShellWalk.Below<ShellNode>(this)] : _nodes;

    public ShellList Body => body;

    /// <summary>Comments with their <c>#</c>.</summary>
    public ImmutableArray<TextSpan> Comments => comments;

    /// <summary>What the grammar does not allow; the tree holds everything else. At most 100.</summary>
    public ImmutableArray<SyntaxError> Errors => errors;

    /// <summary>Where the text is nested deeper than <see cref="MaxDepth"/> and left unread; null when all of it was read.</summary>
    public SyntaxError? LimitError => errors.IsEmpty || errors[errors.Length - 1].Message != TooDeepMessage ? null : errors[errors.Length - 1];

    public static ShellScript Parse(string text) => Parse(text, new TextSpan(0, text.Length));

    /// <summary>Parses a part of a text; spans are offsets in the whole text.</summary>
    public static ShellScript Parse(string text, TextSpan window) => ShellParser.Parse(text, window, map: null);

    /// <summary>Parses the value of a token and gives spans in the text that holds the token.</summary>
    public static ShellScript Parse(string text, SpanMap map) => ShellParser.Parse(text, new TextSpan(0, text.Length), map);

    /// <summary>The same tree with what is known of how it runs.</summary>
    public ShellScript RunBy(ShellInterpreter? interpreter, ShellScriptForm form) =>
        new(Span, body, comments, errors) { Interpreter = interpreter, IsHereDocument = form == ShellScriptForm.HereDocument };

    internal override void AddChildren(List<ShellNode> children) => children.Add(body);
}
