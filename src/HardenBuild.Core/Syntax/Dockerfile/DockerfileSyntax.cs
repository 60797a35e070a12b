using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>A Dockerfile as BuildKit's parser sees it, with spans.</summary>
/// <remarks>
/// Grammar: Dockerfile reference, https://docs.docker.com/reference/dockerfile/, as implemented by BuildKit's frontend.
/// Spans of directives, comments and instructions together cover every character of the file that is not white space.
/// </remarks>
internal sealed class DockerfileSyntax
{
    public required SourceText Source { get; init; }

    /// <summary>Backslash, or backtick after <c># escape=`</c>.</summary>
    public required char EscapeCharacter { get; init; }

    public required ImmutableArray<ParserDirective> Directives { get; init; }

    /// <summary>Every comment in order, a <c>#!</c> line and comments inside continued instructions included, directives excluded.</summary>
    public required ImmutableArray<DockerfileComment> Comments { get; init; }

    public required ImmutableArray<DockerfileInstruction> Instructions { get; init; }

    /// <summary>What the builder refuses, in the order of the text. Unknown flags are not among them; see <see cref="DockerfileFlag.IsKnown"/>.</summary>
    public required ImmutableArray<SyntaxError> Errors { get; init; }

    /// <summary>Whether <c># syntax=</c> names a frontend other than Docker's own, which may know more instructions.</summary>
    public required bool HasCustomFrontend { get; init; }

    /// <summary>Reads a Dockerfile. Never throws for input; time and memory are linear in the text.</summary>
    public static DockerfileSyntax Parse(SourceText source) => new DockerfileParser(source).Parse();

    public ParserDirective? FindDirective(string name)
    {
        foreach (var directive in Directives)
        {
            if (directive.Name == name)
                return directive;
        }

        return null;
    }
}
