using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Model.Compose.Loading;

/// <summary>The files in <c>env_file</c> of a service.</summary>
internal static class EnvironmentFiles
{
    /// <summary>Those that are missing or lie where nothing is read.</summary>
    public static IEnumerable<ComposeProblem> Check(ComposeMapping service, ComposeFiles files)
    {
        foreach (var item in service.Items("env_file"))
        {
            if (item.AsMapping is not { } file || file["required"]?.Boolean is { Value: false } || file["path"] is not ComposeScalar { Text: not null } written)
                continue;
            var (path, problem) = ComposePath.Of(written, written.Scope.Folder);
            if (problem is { Kind: ComposeProblemKind.OutsideRepository })
                yield return problem with { IsEnvironmentFile = true };
            else if (path is not null && files.Kind(path) == PathKind.Missing && !HasTemplate(path, files))
                yield return new ComposeProblem(ComposeProblemKind.MissingFile, written.Location) { Name = path, IsEnvironmentFile = true };
        }
    }

    /// <summary>Whether a file beside it is there to be copied: <c>.env.example</c> of <c>.env</c>.</summary>
    private static bool HasTemplate(string path, ComposeFiles files)
    {
        var name = CleanPath.Name(path);
        foreach (var other in files.Repository?.List(CleanPath.Folder(path))?.Keys ?? [])
        {
            if (other.Length > name.Length && other.Contains(name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
