using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads the program that a service starts from <c>entrypoint</c> and <c>command</c>, each a list or a string that Compose splits like a shell.</summary>
internal static class ComposeCommandReader
{
    public static ImmutableArray<ContainerCommand> Read(ComposeMapping service, string? image)
    {
        var entrypoint = service["entrypoint"];
        var command = service["command"];
        if ((command ?? entrypoint)?.Written.Source is not { } source)
            return [];

        var words = entrypoint?.Written.Source == source ? Words(entrypoint) : [];
        words.AddRange(Words(command));
        if (words.Count == 0)
            return [];

        // Options alone belong to the program of the image; the images of Docker itself and of its user interfaces know -H.
        if (words[0].Value is ['-', ..])
            words.Insert(0, (IsDocker(image) ? "dockerd" : "docker", new TextSpan(words[0].Span.Start, 0)));
        var commands = ImmutableArray.CreateBuilder<ContainerCommand>();
        if (Invocation.FromWords(words) is { } invocation)
        {
            commands.Add(new ContainerCommand(invocation, source));
            foreach (var script in invocation.NestedScripts())
            {
                foreach (var inner in script.EnumerateInvocations())
                    commands.Add(new ContainerCommand(inner, source));
            }
        }

        return commands.ToImmutable();
    }

    private static bool IsDocker(string? image)
    {
        var repository = image is null ? "" : image.Split('@')[0].Split(':')[0];
        return repository is "docker" or "library/docker" or "docker.io/docker" or "docker.io/library/docker";
    }

    private static List<(string Value, TextSpan Span)> Words(ComposeNode? node)
    {
        var words = new List<(string, TextSpan)>();
        if (node?.AsScalar is { IsNull: false } scalar)
        {
            AddSplit(scalar, words);
            return words;
        }

        foreach (var item in node?.AsSequence?.Items ?? [])
        {
            if (item.AsScalar is { } word)
                words.Add((word.Text?.Value ?? word.Raw, word.Location.Span));
        }

        return words;
    }

    private static void AddSplit(ComposeScalar scalar, List<(string Value, TextSpan Span)> words)
    {
        var text = scalar.Text?.Value ?? scalar.Raw;
        var map = text == scalar.Raw && scalar.Syntax.SpanOf(0, text.Length) is { } span ? SpanMap.FromStart(span.Start, text.Length) : SpanMap.ToWhole(scalar.Syntax.ContentSpan);
        foreach (var command in ShellScript.Parse(text, map).EnumerateCommands())
        {
            foreach (var word in command.Words)
                words.Add((word.LiteralValue ?? word.Text, word.Span));
        }
    }
}
