using HardenBuild.Model.Compose.Loading;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Model.Compose;

/// <summary>Where the image of a service is built from, in paths from the repository root.</summary>
/// <param name="Context">The folder that is sent to the builder.</param>
/// <param name="Dockerfile">Whether or not it exists.</param>
internal sealed record ServiceBuild(string Context, string Dockerfile)
{
    /// <summary>Null when the service is not built, or from elsewhere, or by a Dockerfile in the Compose file, or when that cannot be told.</summary>
    public static ServiceBuild? Of(ComposeMapping service)
    {
        if (service.Mapping("build") is not { } build || build["dockerfile_inline"] is not null)
            return null;
        var folder = Scope(build)?.Folder;
        if (folder is null)
            return null;
        var context = build["context"] is { } written ? ComposePath.Of(written, folder).Path : folder;
        if (context is null)
            return null;
        var name = build["dockerfile"] is { } file ? file.Text?.Value : "Dockerfile";
        return name is { Length: > 0 } && name[0] is not ('/' or '~') && CleanPath.In(context, name) is { } dockerfile ? new ServiceBuild(context, dockerfile) : null;
    }

    /// <summary>Relative paths start at the folder of whoever wrote the context.</summary>
    private static ComposeScope? Scope(ComposeMapping build) =>
        (build["context"] as ComposeScalar)?.Scope ?? build.Members.Select(static member => member.Value.AsScalar?.Scope).FirstOrDefault(static scope => scope is not null);
}
