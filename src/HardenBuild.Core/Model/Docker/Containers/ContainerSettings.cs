namespace HardenBuild.Model.Docker.Containers;

/// <summary>Settings of a container whose absence rules report, so that "not set" and "cannot be told" must differ.</summary>
[Flags]
internal enum ContainerSettings
{
    None = 0,
    Privileged = 1,
    CapabilitiesDropped = 1 << 1,
    SecurityOptions = 1 << 2,
    ReadOnlyRoot = 1 << 3,
    MemoryLimit = 1 << 4,
    CpuLimit = 1 << 5,
    PidsLimit = 1 << 6,
    Healthcheck = 1 << 7,
    Logging = 1 << 8,
    NetworkMode = 1 << 9,
    Mounts = 1 << 10,
    Environment = 1 << 11,
    Image = 1 << 12,
}
