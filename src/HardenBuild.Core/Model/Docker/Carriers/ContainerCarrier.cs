using System.Collections.Immutable;
using HardenBuild.Model.Docker.Commands;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>A file that starts containers, or says how, in a format of its own: a script, a pipeline, a unit of systemd.</summary>
/// <param name="Containers">Those that are written as settings, then those that commands start.</param>
/// <param name="Commands">Command lines of container engines.</param>
/// <param name="Variables">Variables that steer the engine's client, <c>DOCKER_HOST</c> and the like.</param>
internal sealed record ContainerCarrier(
    ImmutableArray<CarriedContainer> Containers, ImmutableArray<EngineCommand> Commands, ImmutableArray<NamedValue> Variables)
{
    /// <summary>What some scripts of one file do.</summary>
    public static ContainerCarrier OfScripts(ImmutableArray<ShellScript> scripts, SourceText source, ContainerUse use = ContainerUse.Command)
    {
        ImmutableArray<EngineCommand> commands = [.. scripts.SelectMany(script => EngineCommand.In(script, source))];
        var containers = ImmutableArray.CreateBuilder<CarriedContainer>();
        foreach (var command in commands)
        {
            if (RunCommand.Read(command) is { } container)
                containers.Add(new CarriedContainer(container, use));
        }

        return new ContainerCarrier(containers.ToImmutable(), commands, [.. scripts.SelectMany(script => EngineVariables.In(script, source))]);
    }

    public ContainerCarrier With(ContainerCarrier other) =>
        new(Containers.AddRange(other.Containers), Commands.AddRange(other.Commands), Variables.AddRange(other.Variables));

    public ContainerCarrier With(IEnumerable<CarriedContainer> containers) => this with { Containers = [.. containers, .. Containers] };

    public ContainerCarrier With(IEnumerable<NamedValue> variables) => this with { Variables = [.. variables, .. Variables] };

    /// <summary>The file itself as something that talks to an engine: what it sets and calls is what a container would set and call that does the same. Null where it does neither.</summary>
    public ContainerOptions? AsClient(SourceText source)
    {
        if (Commands.IsEmpty && Variables.IsEmpty)
            return null;
        var place = Commands.IsEmpty ? Variables[0].Name.Location : Commands[0].VerbLocation;
        return new ContainerOptions
        {
            Name = new Located<string>(source.Path.Substring(source.Path.LastIndexOf('/') + 1), place),
            Noun = "file",
            IsComplete = false,
            Environment = Variables,
            Commands = [.. Commands.Select(static command => new ContainerCommand(command.Invocation, command.Source))],
        };
    }
}
