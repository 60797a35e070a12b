namespace HardenBuild.Model.Docker.Containers;

/// <summary>What a container's mount shows.</summary>
internal enum MountKind
{
    /// <summary>A file or folder of the host.</summary>
    Bind,

    /// <summary>A volume that Docker manages.</summary>
    Volume,

    /// <summary>A Windows named pipe of the host.</summary>
    NamedPipe,

    /// <summary>A folder in memory.</summary>
    Memory,

    /// <summary>A file of the host that holds a secret.</summary>
    Secret,

    /// <summary>A file of the host that holds a configuration.</summary>
    Configuration,

    /// <summary>An image, cluster storage.</summary>
    Other,
}
