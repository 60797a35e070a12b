using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>The lines after a command that are its input. POSIX.1-2024, Shell Command Language, section 2.7.4.</summary>
/// <remarks>The span covers the lines without the end line; it lies outside the redirection that announces it.</remarks>
internal sealed class HereDocument(TextSpan span, RawText raw, ImmutableArray<ShellPart> parts, string delimiter, bool isLiteral) : ShellNode(span)
{
    public string Delimiter => delimiter;

    /// <summary>True when the delimiter is quoted, so that nothing in the lines is expanded.</summary>
    public bool IsLiteral => isLiteral;

    /// <summary>The lines as written.</summary>
    public string Text => raw.ToString();

    public ImmutableArray<ShellPart> Parts => parts;

    internal override void AddChildren(List<ShellNode> children) => children.AddRange(parts);
}
