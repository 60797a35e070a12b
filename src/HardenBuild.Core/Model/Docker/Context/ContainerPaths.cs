using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Model.Docker.Context;

/// <summary>Follows files from the build context to their places in a stage.</summary>
internal static class ContainerPaths
{
    /// <summary>The path in the context of what lies at a path of a stage before an instruction; null when no COPY brought it there.</summary>
    /// <param name="path">Absolute and cleaned.</param>
    public static string? ToContext(DockerfileModel model, BuildContext context, StageInstruction before, string path)
    {
        string? found = null;
        foreach (var stage in DockerfileModel.Chain(before.Stage))
        {
            foreach (var instruction in stage.Instructions)
            {
                if (instruction == before)
                    break;
                if (instruction.IsTrigger)
                    continue;
                foreach (var source in ContextSource.Of(model, instruction))
                    found = Origin(model, context, source, path) ?? found;
            }

            if (found is not null)
                return found;
        }

        return null;
    }

    /// <summary>The absolute path of a path that an instruction names; null when it is not known.</summary>
    public static string? Absolute(StageState state, string path)
    {
        if (path.Length > 0 && path[0] == '/')
            return CleanPath.Of(path);
        var folder = state.Workdir is null ? "/" : state.Workdir.Value;
        return folder is null || folder.Length == 0 || folder[0] != '/' ? null : CleanPath.Of(folder + "/" + path);
    }

    private static string? Origin(DockerfileModel model, BuildContext context, ContextSource source, string path)
    {
        if (model.Expand(source.Transfer.Destination, source.Instruction.State).Text is not { } written || Absolute(source.Instruction.State, written) is not { } destination)
            return null;
        var folder = source.Path;
        if (source.IsGlob)
        {
            // What a glob matches lands in the destination under its own name.
            var rest = Rest(destination, path);
            return rest is { Length: > 0 } && CleanPath.In(CleanPath.Folder(folder), rest) is { } candidate && PathPattern.TryParse(folder)?.IsMatch(candidate) == true
                ? Existing(context, candidate)
                : null;
        }

        if (source.Transfer.FindFlag("parents") is not null)
            destination = CleanPath.Of(destination + "/" + folder);
        else if (context.Find(folder) == PathKind.File && IsFolder(written, source.Transfer))
            destination = CleanPath.Of(destination + "/" + CleanPath.Name(folder));
        return Rest(destination, path) is { } below && CleanPath.In(folder, below) is { } origin ? Existing(context, origin) : null;
    }

    private static bool IsFolder(string destination, FileTransferInstruction transfer) =>
        transfer.Sources.Length > 1 || destination is "." or ".." || destination is [.., '/'] || destination.EndsWith("/.", StringComparison.Ordinal);

    private static string? Rest(string destination, string path) => destination == "/" ? path.TrimStart('/') : CleanPath.Below(destination, path);

    private static string? Existing(BuildContext context, string path) => context.Find(path) is PathKind.File or PathKind.Folder ? path : null;
}
