using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>Assignments, a program with its arguments, and redirections; each may be absent but not all.</summary>
internal sealed class SimpleCommand(
    TextSpan span, ImmutableArray<Assignment> assignments, ImmutableArray<ShellWord> words, ImmutableArray<Redirection> redirections)
    : ShellCommand(span, redirections)
{
    public ImmutableArray<Assignment> Assignments => assignments;

    /// <summary>The program and its arguments.</summary>
    public ImmutableArray<ShellWord> Words => words;

    internal override void AddChildren(List<ShellNode> children)
    {
        children.AddRange(assignments);
        var next = 0;
        foreach (var word in words)
        {
            while (next < Redirections.Length && Redirections[next].Span.Start < word.Span.Start)
                children.Add(Redirections[next++]);
            children.Add(word);
        }

        while (next < Redirections.Length)
            children.Add(Redirections[next++]);
    }
}
