namespace HardenBuild.Model.Docker;

/// <summary>What is in force at one place of a stage, inherited settings included.</summary>
internal sealed record StageState
{
    /// <summary>Null when no USER stands in the chain and the base image is unknown.</summary>
    public StageSetting? User { get; init; }

    /// <summary>The resolved path; null when no WORKDIR stands in the chain.</summary>
    public StageSetting? Workdir { get; init; }

    public required StageShell Shell { get; init; }

    public required StageVariables Variables { get; init; }
}
