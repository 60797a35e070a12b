using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>A line of <c>.helmignore</c>.</summary>
/// <param name="IsForFolders">Written with a slash at the end.</param>
/// <param name="IsForName">Written without any other slash: only the last part of a path counts.</param>
internal sealed record HelmIgnoreRule(PathPattern Pattern, bool IsNegated, bool IsForFolders, bool IsForName)
{
    public bool IsMatch(string path) => Pattern.IsMatch(IsForName ? CleanPath.Name(path) : path);
}
