namespace HardenBuild.Model.Docker.Carriers;

/// <summary>Tells pipelines by where they lie.</summary>
/// <remarks>docs.github.com/actions, "Workflow syntax"; learn.microsoft.com/azure/devops/pipelines; docs.gitlab.com/ci/yaml.</remarks>
internal static class PipelinePaths
{
    /// <summary>The service whose pipeline a YAML file is; null for other files.</summary>
    /// <param name="path">From the repository root, with forward slashes.</param>
    public static PipelineKind? KindOf(string path)
    {
        var name = path.LastIndexOf('/') + 1;
        if (path.EndsWith(".gitlab-ci.yml", StringComparison.Ordinal) || path.EndsWith(".gitlab-ci.yaml", StringComparison.Ordinal) || IsIn(path, "/.gitlab/"))
            return PipelineKind.GitLab;
        if (IsIn(path, "/.github/workflows/") || (IsIn(path, "/.github/actions/") && (NameStarts(path, name, "action.yml") || NameStarts(path, name, "action.yaml"))))
            return PipelineKind.GitHub;
        return NameStarts(path, name, "azure-pipelines") || NameStarts(path, name, "azure-pipeline.")
            || IsIn(path, "/.azure-pipelines/") || IsIn(path, "/azure-pipelines/") || IsIn(path, "/.azuredevops/") || IsIn(path, "/.azdo/")
            ? PipelineKind.Azure
            : null;
    }

    private static bool NameStarts(string path, int name, string start) =>
        string.Compare(path, name, start, 0, start.Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <param name="folder">With a slash on both ends.</param>
    private static bool IsIn(string path, string folder) =>
        string.CompareOrdinal(path, 0, folder, 1, folder.Length - 1) == 0 || path.Contains(folder, StringComparison.Ordinal);
}
