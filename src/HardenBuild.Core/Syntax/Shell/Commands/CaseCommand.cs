using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary><c>case word in items esac</c></summary>
internal sealed class CaseCommand(TextSpan span, ShellWord? subject, ImmutableArray<CaseItem> items, ImmutableArray<Redirection> redirections)
    : ShellCommand(span, redirections)
{
    /// <summary>The word that is matched; null when missing.</summary>
    public ShellWord? Subject => subject;

    public ImmutableArray<CaseItem> Items => items;

    internal override void AddChildren(List<ShellNode> children)
    {
        if (subject is not null)
            children.Add(subject);
        children.AddRange(items);
        children.AddRange(Redirections);
    }
}
