using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>Finds a component of the control plane in the command of a container, also behind a shell or a wrapper.</summary>
/// <remarks>An image's own entry point is not seen: a container with arguments alone may run anything.</remarks>
internal static class ContainerCommandReader
{
    /// <param name="container">The container's object.</param>
    /// <param name="owner">The logical path of the object with the pod.</param>
    public static ComponentOptions? Read(YamlMapping container, string owner)
    {
        var words = new List<YamlScalar>();
        if (!TryAdd(container["command"], words) || !TryAdd(container["args"], words) || !words.Exists(static word => ComponentNames.IsMentioned(word.Value)))
            return null;
        if (Invocation.FromWords([.. words.Select(static word => (word.Value, word.Span))]) is not { } command || Find(command, words) is not { } start)
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
    private static bool TryAdd(YamlNode? list, List<YamlScalar> words)
    {
        if (list?.AsSequence is not { } sequence)
            return list is null || list.AsScalar is { IsNull: true };
        foreach (var item in sequence.Items)
        {
            if (item.AsScalar is { } scalar)
                words.Add(scalar);
        }

        return true;
    }

    private static ComponentStart? Find(Invocation command, List<YamlScalar> words)
    {
        if (ComponentStart.Of(command) is { } direct)
            return direct;
        // A script may ask a program for its version before it starts it: the longest command is the start.
        return Scripts(command, words)
            .SelectMany(static script => script.EnumerateInvocations())
            .Select(ComponentStart.Of)
            .Where(static start => start is not null)
            .OrderByDescending(static start => start!.Arguments.Length)
            .FirstOrDefault();
    }

    private static IEnumerable<ShellScript> Scripts(Invocation command, List<YamlScalar> words)
    {
        // A script on lines of its own is read again where it stands: as a word it has no inner places.
        if (NestedScript.Of(command) is not null && command.Operands is [var script, ..]
            && words.Find(word => word.Span == script.Span) is { Style: YamlScalarStyle.Literal } text && text.Offsets() is { } offsets)
            return ShellScript.Parse(text.Value, SpanMap.FromOffsets(offsets)).WithNestedScripts();
        return command.NestedScripts();
    }
}
