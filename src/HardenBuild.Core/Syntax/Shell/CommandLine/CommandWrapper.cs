using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <summary>A command that only runs the command given as its arguments, such as <c>sudo</c> or <c>env</c>.</summary>
/// <param name="Name">Without its folder.</param>
/// <param name="Word">The word that names it.</param>
/// <param name="Arguments">Its own options and operands, up to the command that it runs.</param>
internal sealed record CommandWrapper(string Name, CommandWord Word, ImmutableArray<CommandWord> Arguments)
{
    public TextSpan Span => Word.Span;
}
