namespace HardenBuild.Model.Docker.Containers;

/// <summary>What a container can do with a device of the host.</summary>
internal enum HostDeviceKind
{
    /// <summary>Its driver keeps containers apart, or it holds nothing of others.</summary>
    Harmless,

    /// <summary>Nothing is known of it.</summary>
    Unknown,

    /// <summary>It holds file systems.</summary>
    Disk,

    /// <summary>It shows the memory of the host.</summary>
    Memory,
}
