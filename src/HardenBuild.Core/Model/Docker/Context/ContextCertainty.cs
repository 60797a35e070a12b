namespace HardenBuild.Model.Docker.Context;

/// <summary>How well it is known which folder is a Dockerfile's build context.</summary>
internal enum ContextCertainty
{
    /// <summary>Nothing speaks against the Dockerfile's folder.</summary>
    Assumed,

    /// <summary>What the Dockerfile copies lies there, and nowhere else.</summary>
    Confirmed,

    /// <summary>A Compose file or a project says so.</summary>
    Stated,
}
