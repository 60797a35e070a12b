namespace HardenBuild.Model.Docker.Context;

/// <summary>What a path of the repository leads to.</summary>
internal enum PathKind
{
    /// <summary>It cannot be told: a folder could not be listed, or a limit was reached.</summary>
    Unknown,
    Missing,
    File,
    Folder,
}
