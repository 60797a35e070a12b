using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>Finds a component of the control plane in the command of a container, also behind a shell or a wrapper.</summary>
/// <remarks>An image's own entry point is not seen: a container with arguments alone may run anything.</remarks>
internal static class ContainerCommandReader
{
    /// <param name="container">The container's object.</param>
    /// <param name="owner">The logical path of the object with the pod.</param>
    public static ComponentOptions? Read(YamlMapping container, string owner)
    {
        var words = new List<(string Value, TextSpan Span)>();
        if (!TryAdd(container["command"], words) || !TryAdd(container["args"], words) || !words.Exists(static word => ComponentNames.IsMentioned(word.Value)))
            return null;
        if (Invocation.FromWords(words) is not { } command || Find(command) is not { } start)
            return null;

        var flags = new ComponentFlags();
        if (start.Component == ControlPlaneComponent.Etcd)
            EtcdEnvironment.Read(container, flags);
        CommandFlagReader.Read(start.Arguments, container.Source, flags);
        var name = new ManifestFields(container).Text("name").Known;
        return new FlagOptions(flags, OptionNotation.CommandLine)
        {
            Component = start.Component,
            Description = name is { } known ? $"container '{known.Value}'" : "a container",
            LogicalPath = $"{owner}/container/{name?.Value ?? "unnamed"}",
            Anchor = name?.Location ?? container.Members[0].KeyLocation,
        };
    }

    /// <returns>False for a list that cannot be read.</returns>
    private static bool TryAdd(YamlNode? list, List<(string Value, TextSpan Span)> words)
    {
        if (list?.AsSequence is not { } sequence)
            return list is null || list.AsScalar is { IsNull: true };
        foreach (var item in sequence.Items)
        {
            if (item.AsScalar is { } scalar)
                words.Add((scalar.Value, scalar.Span));
        }

        return true;
    }

    private static ComponentStart? Find(Invocation command)
    {
        if (ComponentStart.Of(command) is { } direct)
            return direct;
        // A script may ask a program for its version before it starts it: the longest command is the start.
        return command.NestedScripts()
            .SelectMany(static script => script.EnumerateInvocations())
            .Select(ComponentStart.Of)
            .Where(static start => start is not null)
            .OrderByDescending(static start => start!.Arguments.Length)
            .FirstOrDefault();
    }
}
