namespace HardenBuild.Model.Docker;

/// <summary>What a container's mount shows.</summary>
internal enum MountKind
{
    /// <summary>A file or folder of the host.</summary>
    Bind,

    /// <summary>A volume that Docker manages.</summary>
    Volume,

    /// <summary>A Windows named pipe of the host.</summary>
    NamedPipe,

    /// <summary>Memory, an image, cluster storage.</summary>
    Other,
}
