namespace HardenBuild.Model.Docker.Carriers;

/// <summary>The build service whose file a pipeline is.</summary>
internal enum PipelineKind
{
    GitHub,
    Azure,
    GitLab,
}
