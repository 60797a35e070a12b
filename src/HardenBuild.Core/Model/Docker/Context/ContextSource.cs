using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Model.Docker.Context;

/// <summary>A source of COPY or ADD that is read from the build context.</summary>
/// <param name="Path">Variables resolved, cleaned, relative to the context; empty for the context itself.</param>
/// <param name="IsGlob">Whether the path has <c>*</c>, <c>?</c> or <c>[</c>.</param>
internal sealed record ContextSource(StageInstruction Instruction, FileTransferInstruction Transfer, DockerfileWord Word, string Path, bool IsGlob)
{
    /// <summary>The context as a whole: <c>.</c>, <c>./</c>, <c>/</c>, or everything in it: <c>*</c>, <c>**</c>.</summary>
    public bool IsWholeContext => Path is "" or "*" or "**" or "**/*";

    /// <summary>Every source whose path is known, in order; remote ones, heredocs and what comes from stages and images are left out.</summary>
    public static IEnumerable<ContextSource> Of(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            foreach (var source in Of(model, instruction))
                yield return source;
        }
    }

    /// <summary>The sources of one instruction.</summary>
    public static IEnumerable<ContextSource> Of(DockerfileModel model, StageInstruction instruction)
    {
        if (instruction.Syntax is not FileTransferInstruction { From: null } transfer)
            yield break;
        foreach (var word in transfer.Sources)
        {
            if (transfer.HeredocOf(word) is null && model.Expand(word, instruction.State).Text is { Length: > 0 } text && !IsRemote(text) && CleanPath.In("", text) is { } path)
                yield return new ContextSource(instruction, transfer, word, path, path.IndexOfAny(['*', '?', '[']) >= 0);
        }
    }

    private static bool IsRemote(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.StartsWith("git@", StringComparison.Ordinal) || text.Contains(".git#", StringComparison.Ordinal);
}
