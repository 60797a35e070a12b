using System.Collections.Immutable;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Model.Docker.Packages;

/// <summary>Finds the calls of package managers among what RUN instructions execute.</summary>
internal static class PackageRunReader
{
    public static ImmutableArray<PackageRun> Read(ImmutableArray<StageCommand> commands)
    {
        var runs = ImmutableArray.CreateBuilder<PackageRun>();
        foreach (var command in commands)
        {
            if (command.Instruction.Syntax.Kind == InstructionKind.Run && Read(command) is { } run)
                runs.Add(run);
        }

        return runs.ToImmutable();
    }

    private static PackageRun? Read(StageCommand command)
    {
        var invocations = InOrder(command);
        var packages = ImmutableArray.CreateBuilder<PackageCommand>();
        for (var i = 0; i < invocations.Length; i++)
        {
            if (invocations[i].Name is { } name && PackageVerbs.ManagerOf(name) is { } manager)
                packages.Add(new PackageCommand(manager, PackageVerbs.ActionOf(manager, invocations[i]), invocations[i], i));
        }

        return packages.Count == 0 ? null : new PackageRun(command, invocations, packages.ToImmutable());
    }

    /// <summary>What <c>sh -c</c> is given stands where its text stands, not after the script around it.</summary>
    private static ImmutableArray<Invocation> InOrder(StageCommand command) => command.Scripts.Length <= 1 && command.Invocations.Length > 0
        ? command.Invocations
        : [.. command.Invocations.OrderBy(invocation => invocation.NameWord.Span.Start)];
}
