namespace HardenBuild.Model.Docker.Carriers;

/// <summary>Tells pipelines by where they lie.</summary>
/// <remarks>docs.github.com/actions, "Workflow syntax"; learn.microsoft.com/azure/devops/pipelines; docs.gitlab.com/ci/yaml.</remarks>
internal static class PipelinePaths
{
    /// <summary>The service whose pipeline a YAML file is; null for other files.</summary>
    /// <param name="path">With forward slashes.</param>
    public static PipelineKind? KindOf(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        if (name.EndsWith(".gitlab-ci.yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".gitlab-ci.yaml", StringComparison.OrdinalIgnoreCase) || IsIn(path, ".gitlab"))
            return PipelineKind.GitLab;
        if (IsBelow(path, ".github/workflows/") || (IsBelow(path, ".github/actions/") && name is "action.yml" or "action.yaml"))
            return PipelineKind.GitHub;
        return name.StartsWith("azure-pipelines", StringComparison.OrdinalIgnoreCase) || name.StartsWith("azure-pipeline.", StringComparison.OrdinalIgnoreCase)
            || IsIn(path, ".azure-pipelines") || IsIn(path, "azure-pipelines") || IsIn(path, ".azuredevops") || IsIn(path, ".azdo")
            ? PipelineKind.Azure
            : null;
    }

    private static bool IsIn(string path, string folder) => IsBelow(path, folder + "/");

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) || path.Contains("/" + folder, StringComparison.OrdinalIgnoreCase);
}
