using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads the program that a service starts from <c>entrypoint</c> and <c>command</c>, each a list or a string that Compose splits like a shell.</summary>
internal static class ComposeCommandReader
{
    public static ImmutableArray<ContainerCommand> Read(ComposeLayers service, string? image, ComposeValues values)
    {
        var entrypoint = service.Last("entrypoint");
        var command = service.Last("command");
        if ((command ?? entrypoint)?.Source is not { } source)
            return [];

        var words = entrypoint?.Source == source ? Words(entrypoint, values) : [];
        words.AddRange(Words(command, values));
        // Options alone belong to the program of the image; the images of Docker itself and of its user interfaces know -H.
        if (words is [{ Value: ['-', ..] } option, ..])
            words.Insert(0, (IsDocker(image) ? "dockerd" : "docker", new TextSpan(option.Span.Start, 0)));
        return Programs(words, source);
    }

    /// <summary>The programs that a command starts.</summary>
    public static ImmutableArray<ContainerCommand> Programs(YamlNode? command, ComposeValues values) =>
        command is null ? [] : Programs(Words(command, values), command.Source);

    private static ImmutableArray<ContainerCommand> Programs(List<(string Value, TextSpan Span)> words, SourceText source)
    {
        if (words.Count == 0 || Invocation.FromWords(words) is not { } invocation)
            return [];
        var commands = ImmutableArray.CreateBuilder<ContainerCommand>();
        commands.Add(new ContainerCommand(invocation, source));
        foreach (var script in invocation.NestedScripts())
        {
            foreach (var inner in script.EnumerateInvocations())
                commands.Add(new ContainerCommand(inner, source));
        }

        return commands.ToImmutable();
    }

    private static bool IsDocker(string? image)
    {
        var repository = image is null ? "" : image.Split('@')[0].Split(':')[0];
        return repository is "docker" or "library/docker" or "docker.io/docker" or "docker.io/library/docker";
    }

    private static List<(string Value, TextSpan Span)> Words(YamlNode? node, ComposeValues values)
    {
        var words = new List<(string, TextSpan)>();
        if (node?.AsScalar is { IsNull: false } scalar)
        {
            words.AddRange(ComposeWords.Split(scalar, values.Expand(scalar.Value) ?? scalar.Value));
            return words;
        }

        foreach (var item in node?.AsSequence?.Items ?? [])
        {
            if (item.AsScalar is { } word)
                words.Add((values.Expand(word.Value) ?? word.Value, word.Span));
        }

        return words;
    }
}
