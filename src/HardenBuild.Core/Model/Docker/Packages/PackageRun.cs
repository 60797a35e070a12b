using System.Collections.Immutable;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Model.Docker.Packages;

/// <summary>A RUN that calls package managers.</summary>
internal sealed class PackageRun(StageCommand command, ImmutableArray<Invocation> invocations, ImmutableArray<PackageCommand> packages)
{
    private HashSet<SimpleCommand>? _answered;
    private HashSet<string>? _variables;

    public StageCommand Command => command;

    public StageInstruction Instruction => command.Instruction;

    public DockerfileStage Stage => command.Instruction.Stage;

    /// <summary>Every program that the RUN executes, in the order written.</summary>
    public ImmutableArray<Invocation> Invocations => invocations;

    /// <summary>The calls of package managers, in order; at least one.</summary>
    public ImmutableArray<PackageCommand> Packages => packages;

    /// <summary>The position of the last program that a condition holds for; -1 when there is none.</summary>
    public int LastPosition(Func<Invocation, bool> condition)
    {
        for (var i = invocations.Length - 1; i >= 0; i--)
        {
            if (condition(invocations[i]))
                return i;
        }

        return -1;
    }

    /// <summary>Whether the RUN mounts something over a folder or one above it, so that the layer keeps nothing of it.</summary>
    /// <param name="isCovered">Decides by the mount's target, without a slash at its end; it is null when it is not known.</param>
    public bool HasMount(Func<string?, bool> isCovered)
    {
        foreach (var flag in Instruction.Syntax.Flags)
        {
            if (flag.Mount is { Type: "cache" or "tmpfs" or "bind", Target: { } target } && isCovered(TargetOf(target)))
                return true;
        }

        return false;
    }

    /// <inheritdoc cref="HasMount"/>
    public bool HasMountOver(params string[] folders) => HasMount(target => target is null || Array.Exists(folders, folder => IsAbove(target, folder)));

    /// <summary>Whether a command is given its answers: through a pipe, from a file or from text.</summary>
    public bool IsAnswered(Invocation invocation)
    {
        if (invocation.Syntax is not { } syntax || invocation.Wrappers.Any(wrapper => wrapper.Name == "xargs"))
            return false;
        return (_answered ??= FindAnswered()).Contains(syntax)
            || syntax.Redirections.Any(redirection => redirection.Operator is RedirectionOperator.Input or RedirectionOperator.HereString
                or RedirectionOperator.HereDocument or RedirectionOperator.HereDocumentWithoutTabs);
    }

    /// <summary>Whether the script itself gives a variable a value, by assignment, <c>for</c> or <c>read</c>.</summary>
    public bool Sets(string variable) => (_variables ??= FindVariables()).Contains(variable);

    private static bool IsAbove(string target, string folder) =>
        folder.StartsWith(target, StringComparison.Ordinal) && (folder.Length == target.Length || folder[target.Length] == '/');

    private static string? TargetOf(DockerfileWord target) => target.Value.Contains('$') ? null : target.Value.TrimEnd('/');

    private HashSet<SimpleCommand> FindAnswered()
    {
        var answered = new HashSet<SimpleCommand>();
        foreach (var script in command.Scripts)
        {
            foreach (var pipeline in script.EnumeratePipelines())
                answered.UnionWith(pipeline.Commands.Skip(1).OfType<SimpleCommand>());
        }

        return answered;
    }

    private HashSet<string> FindVariables()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var script in command.Scripts)
        {
            foreach (var assignment in ShellWalk.Below<Syntax.Shell.Assignment>(script))
                names.Add(assignment.Name);
            foreach (var loop in ShellWalk.Below<ForCommand>(script))
                names.Add(loop.Variable);
        }

        foreach (var invocation in invocations)
        {
            if (invocation.Name is not ("read" or "export" or "declare" or "typeset" or "local" or "readonly"))
                continue;
            foreach (var word in invocation.Words)
                names.Add(word.Prefix.Split('=')[0]);
        }

        return names;
    }
}
