using System.Collections.Immutable;

namespace HardenBuild.Rules;

/// <summary>A file that shows a rule's subject. In a violation, <c>[|</c> and <c>|]</c> mark what is reported.</summary>
/// <remarks>Every example is executed by the tests: violations must be reported at their marks, fixed files must be clean.</remarks>
/// <param name="FileName">Name under which the text would be found, <c>Dockerfile</c> or <c>compose.yaml</c>.</param>
/// <param name="Text">The file's text, lines separated by LF.</param>
public sealed record RuleExample(string FileName, string Text)
{
    /// <summary>Files that lie beside it and decide what it means: a project, an ignore file, an <c>.editorconfig</c>. They may hold marks too.</summary>
    public ImmutableArray<RuleExample> Beside { get; init; } = [];
}
