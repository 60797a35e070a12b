using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Directories;

/// <summary>Paths in the image as instructions write them.</summary>
internal static class ContainerPaths
{
    /// <summary>Whether a word is relative as far as it is known: a variable at its start may hold an absolute path.</summary>
    public static bool IsRelative(DockerfileModel model, DockerfileWord word, StageState state)
    {
        if (model.Expand(word, state).Partial is not { Length: > 0 } text || text[0] is '/' or '\\' || text[0] == ExpandedWord.Placeholder[0])
            return false;

        // The builder removes the escape character before it looks at the path; the author of `\app` meant Windows all the same.
        return !(text.Length > 1 && text[1] == ':') && word.Text[0] != '\\';
    }

    /// <summary>The absolute path that a word means, in one form; null when it is not known.</summary>
    public static string? Resolve(DockerfileModel model, DockerfileWord word, StageState state)
    {
        if (model.Expand(word, state).Text is not { Length: > 0 } path)
            return null;
        if (HostPath.Normalize(path) is { } absolute)
            return absolute;
        var folder = state.Workdir is null ? null : state.Workdir.Value;
        return folder is null ? null : HostPath.Normalize($"{folder}/{path}");
    }
}
