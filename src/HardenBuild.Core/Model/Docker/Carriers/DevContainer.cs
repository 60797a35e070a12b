using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>A <c>devcontainer.json</c>: the container that a developer works in.</summary>
/// <remarks>containers.dev/implementors/json_reference.</remarks>
internal sealed class DevContainer
{
    private DevContainer(YamlFile file, YamlMapping root)
    {
        Source = file.Source;
        Options = DevContainerOptions.Read(root);
        InitializeScripts = [.. Scripts(root["initializeCommand"])];
        Features = [.. ((root["features"] as YamlMapping)?.Members ?? []).Where(static member => member.Key is not null)];
        Carrier = ContainerCarrier.OfScripts(InitializeScripts, Source).With([new CarriedContainer(Options, ContainerUse.Workplace)]);
    }

    public SourceText Source { get; }

    public ContainerOptions Options { get; }

    /// <summary>What runs on the developer's own machine before the container exists.</summary>
    public ImmutableArray<ShellScript> InitializeScripts { get; }

    /// <summary>References of features and their options.</summary>
    public ImmutableArray<YamlMember> Features { get; }

    public ContainerCarrier Carrier { get; }

    /// <summary>The container of a file whose comments were taken out; null where there is none that can be read.</summary>
    public static DevContainer? Create(YamlFile file) => file.Documents is [{ Root: YamlMapping root }, ..] ? new DevContainer(file, root) : null;

    // A text goes through a shell, a list is a program and its arguments, an object holds several of both.
    private static IEnumerable<ShellScript> Scripts(YamlNode? command) => command?.Resolve() switch
    {
        YamlScalar { IsNull: false } text => [ScriptText.Parse(text.Value, text.Offsets(), text.ContentSpan, "${local", "}")],
        YamlMapping several => several.Members.SelectMany(static member => Scripts(member.Value)),
        _ => [],
    };
}
