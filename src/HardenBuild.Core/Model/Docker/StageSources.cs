using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Model.Docker;

/// <summary>Where an instruction names a stage, build context or image to read from.</summary>
internal static class StageSources
{
    /// <summary>The value of <c>COPY --from</c>, or of <c>from</c> in each <c>RUN --mount</c>.</summary>
    public static IEnumerable<DockerfileWord> Of(DockerfileInstruction instruction)
    {
        foreach (var flag in instruction.Flags)
        {
            if (flag.Mount?.From is { } mounted)
                yield return mounted;
            else if (flag.Name == "from" && flag.Value is { } copied && instruction is FileTransferInstruction)
                yield return copied;
        }
    }
}
