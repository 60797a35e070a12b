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

    public ShellList Body => body;

    /// <summary>Comments with their <c>#</c>.</summary>
    public ImmutableArray<TextSpan> Comments => comments;

    /// <summary>What the grammar does not allow; the tree holds everything else. At most 100.</summary>
    public ImmutableArray<SyntaxError> Errors => errors;

    public static ShellScript Parse(string text) => Parse(text, new TextSpan(0, text.Length));

    /// <summary>Parses a part of a text; spans are offsets in the whole text.</summary>
    public static ShellScript Parse(string text, TextSpan window) => ShellParser.Parse(text, window, map: null);

    /// <summary>Parses the value of a token and gives spans in the text that holds the token.</summary>
    public static ShellScript Parse(string text, SpanMap map) => ShellParser.Parse(text, new TextSpan(0, text.Length), map);

    internal override void AddChildren(List<ShellNode> children) => children.Add(body);
}
