using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Variables;

/// <summary>What the scripts of one command do with variables.</summary>
internal static class ShellVariables
{
    /// <summary>Expansions without a fallback of variables that the scripts do not set themselves; none when a file that they read may set any.</summary>
    public static IEnumerable<ParameterExpansion> Taken(StageCommand command)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var invocation in command.Invocations)
        {
            if (invocation.Name is "." or "source" or "eval" or null)
                return [];
            AddSet(invocation, own);
        }

        foreach (var script in command.Scripts)
        {
            own.UnionWith(ShellWalk.Below<Assignment>(script).Select(assignment => assignment.Name));
            own.UnionWith(ShellWalk.Below<ForCommand>(script).Select(loop => loop.Variable));
        }

        return command.Scripts
            .SelectMany(ShellWalk.Below<ParameterExpansion>)
            .Where(expansion => !own.Contains(expansion.Name) && !VariableUses.IsFallback(expansion.Operator));
    }

    /// <summary><c>read NAME</c> and <c>export NAME=value</c>.</summary>
    private static void AddSet(Invocation invocation, HashSet<string> names)
    {
        var declares = invocation.Name is "read" or "export" or "local" or "declare" or "typeset" or "readonly" or "mapfile" or "getopts" or "printf";
        foreach (var word in invocation.Words)
        {
            var equals = word.Prefix.IndexOf('=');
            if (equals > 0)
                names.Add(word.Prefix.Substring(0, equals));
            else if (declares && word.Value is { } name)
                names.Add(name);
        }

        names.UnionWith(invocation.Environment.Select(assignment => assignment.Name));
    }
}
