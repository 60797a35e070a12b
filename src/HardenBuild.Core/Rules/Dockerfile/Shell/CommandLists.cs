using System.Collections.Immutable;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>Reads lists of commands for what happens when one of them fails.</summary>
internal static class CommandLists
{
    /// <summary>The last item of each and-or list but the last one, where its failure is lost: the next command runs all the same.</summary>
    public static IEnumerable<ShellListItem> LostFailures(ShellList list)
    {
        var items = list.Items;
        for (var i = 0; i < items.Length - 1; i++)
        {
            if (items[i].Operator == ListOperator.Sequence && !IsForgiven(items, i) && CanFail(items[i].Pipeline))
                yield return items[i];
        }
    }

    /// <summary>The only command of a pipeline; null for more, and for control flow.</summary>
    public static SimpleCommand? OnlyCommand(Pipeline pipeline) => pipeline.Commands is [SimpleCommand command] ? command : null;

    /// <summary>The literal name of the program that a pipeline's only command runs.</summary>
    public static string? ProgramOf(Pipeline pipeline) =>
        OnlyCommand(pipeline) is { Words: [var program, ..] } && program.LiteralValue is { } path ? ProgramName.Of(path) : null;

    // `a || true;` ends an and-or list with a command that cannot fail.
    private static bool IsForgiven(ImmutableArray<ShellListItem> items, int index) =>
        index > 0 && items[index - 1].Operator == ListOperator.Or && ProgramOf(items[index].Pipeline) is "true" or ":" or "echo" or "printf" or "exit" or "return";

    private static bool CanFail(Pipeline pipeline)
    {
        if (pipeline.IsNegated || pipeline.Commands is not [.., SimpleCommand command])
            return false;
        if (command.Words.IsEmpty)
            return command.Assignments.Any(static assignment => ShellWalk.Below<CommandSubstitution>(assignment).Any());
        var name = Invocation.From(command)?.Name;
        // cd has a rule of its own, and what is tested is meant to fail at times.
        return name is not (null or "set" or "shopt" or "export" or "local" or "readonly" or "unset" or "alias" or "umask" or "trap" or "echo" or "printf" or "true"
            or "false" or ":" or "exit" or "return" or "shift" or "cd" or "pushd" or "popd" or "sleep" or "wait" or "kill" or "[" or "test");
    }
}
