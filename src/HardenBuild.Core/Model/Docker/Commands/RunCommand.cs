using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Commands;

/// <summary>Turns a <c>docker run</c> command line into container options.</summary>
internal static class RunCommand
{
    /// <summary>The container that a command starts; null for a command that starts none.</summary>
    public static ContainerOptions? Read(EngineCommand command)
    {
        var invocation = command.Invocation;
        if (!command.StartsContainer)
            return null;
        var image = invocation.Operands is [var first, ..] ? first : null;
        var container = new ContainerOptions
        {
            Name = NameOf(command, image),
            Noun = "container",

            // A command line is often one of several, and what it leaves out was left out on purpose.
            IsComplete = false,
            Image = image is { Value: { } text } ? new Located<string>(text, command.Source.At(image.Span)) : null,
            Commands = CommandsOf(invocation, command.Source),
            CommandWords = [.. invocation.Operands.Skip(1).Where(static word => word.Value is not null).Select(word => new Located<string>(word.Value!, command.Source.At(word.Span)))],
        };
        return RunFlags.Add(container, invocation.Options, command.Source);
    }

    /// <summary>Adds flags that stand alone, without command and image: <c>runArgs</c> of a development container, <c>options</c> of a job's container.</summary>
    /// <param name="words">One a flag or value.</param>
    public static ContainerOptions AddFlags(ContainerOptions container, IEnumerable<CommandWord> words, SourceText source)
    {
        var nowhere = new TextSpan(container.Name.Location.Span.Start, 0);
        ImmutableArray<CommandWord> line = [CommandWord.From("docker", nowhere), CommandWord.From("run", nowhere), .. words];
        return Invocation.FromCommandWords(line) is { } invocation ? RunFlags.Add(container, invocation.Options, source) : container;
    }

    private static Located<string> NameOf(EngineCommand command, CommandWord? image)
    {
        if (command.Invocation.FindOption("--name") is { Value: { Length: > 0 } name } option)
            return new Located<string>(name, command.Source.At(option.ValueSpan));
        return image is { Value: { Length: > 0 } text }
            ? new Located<string>(text, command.Source.At(image.Span))
            : new Located<string>(command.Title, command.VerbLocation);
    }

    private static ImmutableArray<ContainerCommand> CommandsOf(Invocation run, SourceText source)
    {
        if (run.Operands.Length < 2 || Invocation.FromCommandWords(run.Operands.RemoveAt(0)) is not { } program)
            return [];
        var commands = ImmutableArray.CreateBuilder<ContainerCommand>();
        commands.Add(new ContainerCommand(program, source));
        foreach (var script in program.NestedScripts())
        {
            foreach (var inner in script.EnumerateInvocations())
                commands.Add(new ContainerCommand(inner, source));
        }

        return commands.ToImmutable();
    }
}
