using HardenBuild.Model.Compose.Loading;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Model.Compose;

/// <summary>Reads the files that a service is given variables and secrets from, as far as they are part of the repository.</summary>
/// <param name="repository">Null where only the Compose files are known.</param>
internal sealed class ComposeFileReader(ComposeMapping project, RepositoryFiles? repository)
{
    private readonly ComposeMapping? _secrets = project.Mapping("secrets");

    public IEnumerable<ContainerFile> EnvironmentFiles(ComposeMapping service)
    {
        foreach (var item in service.Items("env_file"))
        {
            if (Read(item.AsMapping?["path"]) is { } file)
                yield return file;
        }
    }

    public IEnumerable<ContainerFile> SecretFiles(ComposeMapping service)
    {
        foreach (var item in service.Items("secrets"))
        {
            if ((item.AsMapping?["source"] ?? item).Text is { } name && Read(_secrets?.Mapping(name.Value)?["file"]) is { } file)
                yield return file;
        }
    }

    private ContainerFile? Read(ComposeNode? node)
    {
        if (node is not ComposeScalar { Text: { } name } scalar)
            return null;
        var path = ComposePath.Of(name, scalar.Scope.Folder).Path;
        return new ContainerFile(name, path is null || repository is null || repository.IsIgnored(path) ? null : repository.Read(path));
    }
}
