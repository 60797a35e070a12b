using HardenBuild.Model.Docker.Commands;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>Reads the flags that Visual Studio passes to <c>docker run</c> for a profile of <c>launchSettings.json</c>.</summary>
/// <remarks>learn.microsoft.com/visualstudio/containers/container-launch-settings, "containerRunArguments".</remarks>
internal static class LaunchSettings
{
    public static IEnumerable<CarriedContainer> Containers(YamlFile file)
    {
        if (file.Documents is not [{ Root: YamlMapping root }, ..] || root["profiles"] is not YamlMapping profiles)
            yield break;
        foreach (var profile in profiles.Members)
        {
            if (profile.Key is not { } name || profile.Value.At("containerRunArguments")?.AsScalar is not { } flags)
                continue;
            var map = flags.Offsets() is { } offsets ? SpanMap.FromOffsets(offsets) : SpanMap.ToWhole(flags.ContentSpan);
            yield return Of(new Located<string>(name.Value, name.LocationOf(0, name.Value.Length)), flags.Value, map, file.Source);
        }
    }

    /// <summary>The container that flags in one text describe.</summary>
    public static CarriedContainer Of(Located<string> name, string flags, SpanMap map, SourceText source)
    {
        var words = ShellScript.Parse(flags, map).EnumerateCommands().SelectMany(static command => command.Words).Select(CommandWord.From);
        return new CarriedContainer(RunCommand.AddFlags(new ContainerOptions { Name = name, Noun = "container", IsComplete = false }, words, source), ContainerUse.Command);
    }
}
