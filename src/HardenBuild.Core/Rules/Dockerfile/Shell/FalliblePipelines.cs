using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>Finds the pipelines whose result depends on <c>pipefail</c>.</summary>
internal static class FalliblePipelines
{
    /// <summary>Pipelines before any <c>set -o pipefail</c>, in source order, without those whose result nobody asks for.</summary>
    public static IEnumerable<Pipeline> In(ShellScript script)
    {
        var pending = new Stack<(ShellNode Node, bool IsUnused)>();
        var children = new List<ShellNode>();
        pending.Push((script, false));
        while (pending.Count > 0)
        {
            var (node, isUnused) = pending.Pop();
            if (ShellOptions.SetsPipefail(node))
                yield break;
            if (!isUnused && node is Pipeline { Operators.IsEmpty: false } pipeline && CanFailEarly(pipeline))
                yield return pipeline;
            children.Clear();
            node.AddChildren(children);
            for (var i = children.Count - 1; i >= 0; i--)
                pending.Push((children[i], isUnused || IsUnused(node, children[i], i)));
        }
    }

    /// <summary>Whether what happens in a child does not decide what becomes of the parent.</summary>
    private static bool IsUnused(ShellNode parent, ShellNode child, int index) => parent switch
    {
        // The status of `x=$(a | b)` is that of the pipe; that of `echo $(a | b)` is echo's.
        SimpleCommand command => child is not Assignment || !command.Words.IsEmpty,
        IfClause clause => ReferenceEquals(child, clause.Condition),
        WhileCommand loop => ReferenceEquals(child, loop.Condition),
        ForCommand or CaseCommand => child is ShellWord,
        ProcessSubstitution or HereDocument => true,
        ShellList list => IsForgiven(list, index),
        _ => false,
    };

    private static bool IsForgiven(ShellList list, int index) =>
        list.Items[index].Operator == ListOperator.Or && index + 1 < list.Items.Length && CommandLists.ProgramOf(list.Items[index + 1].Pipeline) is "true" or ":";

    /// <summary>Commands that only print what they are given, or what is in the image, do not fail, and some of those that read notice that their input is incomplete.</summary>
    private static bool CanFailEarly(Pipeline pipeline)
    {
        if (ChecksInput(pipeline.Commands[pipeline.Commands.Length - 1]))
            return false;
        for (var i = 0; i < pipeline.Commands.Length - 1; i++)
        {
            if (!OnlyPrints(pipeline.Commands[i]) && (i == 0 || !OnlyFilters(pipeline.Commands[i])))
                return true;
        }

        return false;
    }

    private static bool OnlyPrints(ShellCommand command) => command switch
    {
        SimpleCommand simple => Invocation.From(simple)?.Name is "echo" or "printf" or "yes" or "true" or ":" or "find" or "ls" or "ldd" or "dpkg" or "dpkg-query" or "env",
        GroupCommand { Body: var body } => OnlyPrints(body),
        SubshellCommand { Body: var body } => OnlyPrints(body),
        _ => false,
    };

    private static bool OnlyFilters(ShellCommand command) =>
        command is SimpleCommand { Words: [var program, ..] }
        && program.LiteralValue is ("awk" or "sed" or "sort" or "uniq" or "tr" or "cut" or "head" or "tail" or "wc" or "tee" or "grep" or "rev" or "column");

    private static bool OnlyPrints(ShellList body) => body.Items.All(static item => item.Pipeline.Commands is [SimpleCommand only] && OnlyPrints(only));

    /// <summary>Checksum programs, tar and GnuPG fail on empty input.</summary>
    private static bool ChecksInput(ShellCommand command)
    {
        if (command is not SimpleCommand simple || Invocation.From(simple) is not { Name: { } name } reader)
            return false;
        return name switch
        {
            "tar" or "bsdtar" => reader.HasShortFlag('x') || reader.HasLongOption("extract"),
            "gpg" or "gpg2" or "apt-key" => true,
            _ => (name.EndsWith("sum", StringComparison.Ordinal) || name == "shasum") && (reader.HasShortFlag('c') || reader.HasLongOption("check")),
        };
    }
}
