using System.Collections.Immutable;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>The words of an instruction in which the builder itself removes quotes and expands variables.</summary>
/// <remarks>Dockerfile reference, section Environment replacement. What RUN, CMD, ENTRYPOINT, HEALTHCHECK and SHELL hold is the shell's.</remarks>
internal static class ExpandedWords
{
    public static IEnumerable<DockerfileWord> Of(DockerfileInstruction instruction) => instruction switch
    {
        FromInstruction from => from.Platform is { } platform ? [platform, from.Image] : [from.Image],
        EnvInstruction env => Sides(env.Assignments),
        LabelInstruction label => Sides(label.Assignments),
        ArgInstruction arg => Sides(arg.Assignments),
        ExposeInstruction expose => expose.Ports,
        VolumeInstruction volume => volume.Paths,
        WorkdirInstruction workdir => [workdir.Path],
        UserInstruction user => [user.User],
        StopsignalInstruction signal => [signal.Signal],
        FileTransferInstruction transfer => Paths(transfer),
        OnbuildInstruction onbuild => Of(onbuild.Trigger),
        _ => [],
    };

    private static IEnumerable<DockerfileWord> Sides(ImmutableArray<Assignment> assignments)
    {
        foreach (var assignment in assignments)
        {
            yield return assignment.Key;
            if (assignment.Value is { } value)
                yield return value;
        }
    }

    private static IEnumerable<DockerfileWord> Paths(FileTransferInstruction transfer)
    {
        foreach (var source in transfer.Sources)
        {
            // The word of a heredoc is a delimiter, whose quotes mean something else.
            if (transfer.HeredocOf(source) is null)
                yield return source;
        }

        yield return transfer.Destination;
    }
}
