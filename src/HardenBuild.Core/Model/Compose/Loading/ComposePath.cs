using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Loading;

/// <summary>A file that a Compose file names.</summary>
/// <param name="Path">From the repository root; null when it cannot be told or read.</param>
/// <param name="Problem">Why it cannot be read; null when it can be, or when that is unknown.</param>
internal readonly record struct ComposePath(string? Path, ComposeProblem? Problem)
{
    /// <param name="folder">Where relative paths start.</param>
    public static ComposePath Of(Located<string>? name, string folder)
    {
        if (name is not { Value: { Length: > 0 } path, Location: var location })
            return default;
        if (IsRemote(path))
            return new ComposePath(null, new ComposeProblem(ComposeProblemKind.Remote, location) { Name = path });
        if (path[0] is not ('/' or '~' or '\\') && !IsDrive(path) && CleanPath.In(folder, path) is { } inside)
            return new ComposePath(inside, null);
        return new ComposePath(null, new ComposeProblem(ComposeProblemKind.OutsideRepository, location) { Name = path });
    }

    /// <summary>Of a scalar, or of the scalar that a list of one holds.</summary>
    public static ComposePath Of(ComposeNode? node, string folder) => Of(node?.Text, folder);

    /// <summary>Whether Compose fetches a file: a URL, a Git repository or an OCI artifact.</summary>
    /// <remarks>Compose's loaders: Git references as BuildKit reads them, <c>oci:</c> references.</remarks>
    public static bool IsRemote(string path) =>
        path.Contains("://", StringComparison.Ordinal) || path.StartsWith("git@", StringComparison.Ordinal) || path.StartsWith("oci:", StringComparison.Ordinal)
        || path.StartsWith("github.com/", StringComparison.Ordinal);

    private static bool IsDrive(string path) => path.Length > 1 && path[1] == ':' && char.IsLetter(path[0]);
}
