namespace HardenBuild.Tool.Setup;

/// <summary>The service that builds the repository.</summary>
internal enum ContinuousIntegration
{
    None,
    GitHub,
    AzurePipelines,
    GitLab,
}
