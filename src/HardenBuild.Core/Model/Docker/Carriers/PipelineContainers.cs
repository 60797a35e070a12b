using HardenBuild.Model.Docker.Commands;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>Turns the containers of jobs into container options.</summary>
internal static class PipelineContainers
{
    public static IEnumerable<CarriedContainer> Of(IEnumerable<PipelineJobContainer> containers)
    {
        foreach (var container in containers)
        {
            if (container.Node.AsMapping is not { } mapping)
                continue;
            var options = new ContainerOptions { Name = container.Name, Noun = "container", IsComplete = false, Image = container.Image };
            if (mapping["options"]?.AsScalar is { } flags)
                options = RunCommand.AddFlags(options, Words(flags), flags.Source);
            yield return new CarriedContainer(options, ContainerUse.Command);

            // A machine that is thrown away has little to lose by what it shows to the container.
            var mounts = new ContainerOptions { Name = container.Name, Noun = "container", IsComplete = false, Mounts = [.. Mounts(mapping["volumes"])] };
            if (!mounts.Mounts.IsEmpty)
                yield return new CarriedContainer(mounts, container.IsDisposable ? ContainerUse.Workplace : ContainerUse.Command);
        }
    }

    private static IEnumerable<ContainerMount> Mounts(YamlNode? volumes)
    {
        foreach (var item in volumes?.AsSequence?.Items ?? [])
        {
            if (PipelineText.Known(item.AsScalar) is { } text && VolumeFlag.Read(text.Value, (start, length) => item.AsScalar!.LocationOf(start, length)) is { } mount)
                yield return mount;
        }
    }

    /// <summary>The flags in a text that the build service splits like a shell.</summary>
    private static IEnumerable<CommandWord> Words(YamlScalar flags)
    {
        var script = ScriptText.Parse(flags.Value, flags.Offsets(), flags.ContentSpan, "${{", "}}");
        return script.EnumerateCommands().SelectMany(static command => command.Words).Select(CommandWord.From);
    }
}
