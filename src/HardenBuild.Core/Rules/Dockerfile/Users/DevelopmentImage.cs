using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>Images made for developing, testing or building, not for production.</summary>
internal static class DevelopmentImage
{
    private static readonly char[] Separators = ['.', '-', '_'];

    /// <summary>Whether the file describes a development container.</summary>
    public static bool IsDevContainer(DockerfileModel model) =>
        ("/" + model.Source.Path).Contains("/.devcontainer/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the file is for developers by its folder or name: <c>.devcontainer</c>, <c>Dockerfile.develop</c>.</summary>
    public static bool IsDevelopmentFile(DockerfileModel model) => IsDevContainer(model) || HasWord(FileName(model));

    /// <summary>Whether the stage's or the file's name says that the image is not for production: <c>test</c>, <c>Dockerfile.dev</c>.</summary>
    public static bool IsNamedSo(DockerfileModel model, DockerfileStage stage) =>
        IsDevelopmentFile(model) || HasWord(stage.Name?.Value);

    private static string FileName(DockerfileModel model) => model.Source.Path.Substring(model.Source.Path.LastIndexOf('/') + 1);

    private static bool HasWord(string? name)
    {
        foreach (var word in name?.Split(Separators) ?? [])
        {
            if (word.ToLowerInvariant() is "test" or "tests" or "dev" or "develop" or "development" or "debug" or "build" or "builder" or "devcontainer" or "ci" or "sdk")
                return true;
        }

        return false;
    }
}
