using System.Collections.Immutable;
using HardenBuild.Model.Docker.Commands;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>Turns the settings of a development container into container options.</summary>
internal static class DevContainerOptions
{
    public static ContainerOptions Read(YamlMapping root)
    {
        var options = new ContainerOptions
        {
            Name = NameOf(root),
            Noun = "development container",
            IsComplete = false,
            Image = PipelineText.Known(root["image"]?.AsScalar),
            Privileged = root["privileged"]?.AsScalar is { AsBoolean: { } privileged } scalar ? new Located<bool>(privileged, scalar.Location) : null,
            AddedCapabilities = Texts(root["capAdd"]),
            SecurityOptions = Texts(root["securityOpt"]),
            Mounts = [.. Mounts(root["mounts"]), .. Mount(root["workspaceMount"]), .. SocketFeature(root["features"])],
            Environment = [.. Variables(root["containerEnv"]), .. Variables(root["remoteEnv"])],
            Build = root["build"] is YamlMapping build ? new ContainerBuild { Arguments = [.. Variables(build["args"])] } : null,
        };
        return RunCommand.AddFlags(options, (root["runArgs"]?.AsSequence?.Items ?? []).Select(static item => item.AsScalar).OfType<YamlScalar>().Select(Word), root.Source);
    }

    private static Located<string> NameOf(YamlMapping root) => PipelineText.Known(root["name"]?.AsScalar)
        ?? new Located<string>("devcontainer", root.Source.At(new TextSpan(root.Span.Start, 1)));

    private static CommandWord Word(YamlScalar item) => CommandWord.FromPartlyKnown(Expand(item.Value), item.Span);

    /// <summary>The text with the user's home in its short form, and a mark for every other variable.</summary>
    private static string Expand(string text)
    {
        text = text.Replace("${localEnv:HOME}${localEnv:USERPROFILE}", "~").Replace("${localEnv:HOME}", "~").Replace("${localEnv:USERPROFILE}", "~");
        for (var start = text.IndexOf("${", StringComparison.Ordinal); start >= 0; start = text.IndexOf("${", start, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
                break;
            text = text.Substring(0, start) + CommandWord.FilledIn + text.Substring(end + 1);
        }

        return text;
    }

    private static bool IsKnown(string text) => !text.Contains(CommandWord.FilledIn);

    private static ImmutableArray<Located<string>> Texts(YamlNode? list) =>
        [.. (list?.AsSequence?.Items ?? []).Select(static item => PipelineText.Known(item.AsScalar)).OfType<Located<string>>()];

    private static IEnumerable<ContainerMount> Mounts(YamlNode? list) => (list?.AsSequence?.Items ?? []).SelectMany(Mount);

    private static IEnumerable<ContainerMount> Mount(YamlNode? node)
    {
        ContainerMount? mount = null;
        if (node?.AsMapping is { } mapping && mapping["source"]?.AsScalar is { } from)
            mount = new ContainerMount(mapping["type"]?.AsScalar?.Value == "bind" ? MountKind.Bind : MountKind.Volume, new Located<string>(from.Value, from.LocationOf(0, from.Value.Length)), null, IsReadOnly: false);
        else if (node?.AsScalar is { } text)
            mount = MountFlag.Read(text.Value, text.LocationOf);
        if (mount?.Source is not { } source || Expand(source.Value) is var expanded && !IsKnown(expanded))
            yield break;
        yield return mount with { Source = source with { Value = expanded } };
    }

    // The feature mounts the socket of the host's engine: its name is all that the file says of it.
    private static IEnumerable<ContainerMount> SocketFeature(YamlNode? features)
    {
        foreach (var feature in features?.AsMapping?.Members ?? [])
        {
            if (feature.Key is { } key && key.Value.Contains("/docker-outside-of-docker", StringComparison.Ordinal))
                yield return new ContainerMount(MountKind.Bind, new Located<string>("/var/run/docker.sock", key.Location), null, IsReadOnly: false);
        }
    }

    private static IEnumerable<NamedValue> Variables(YamlNode? node)
    {
        foreach (var member in node?.AsMapping?.Members ?? [])
        {
            if (member.Key is not { } key)
                continue;
            var name = new Located<string>(key.Value, key.LocationOf(0, key.Value.Length));
            var value = PipelineText.Known(member.Value.AsScalar);
            yield return new NamedValue(name, value, value);
        }
    }
}
