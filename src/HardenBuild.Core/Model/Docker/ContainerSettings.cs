namespace HardenBuild.Model.Docker;

/// <summary>Settings of a container whose absence rules report, so that "not set" and "cannot be told" must differ.</summary>
[Flags]
internal enum ContainerSettings
{
    None = 0,
    Privileged = 1,
    CapabilitiesDropped = 2,
    SecurityOptions = 4,
    ReadOnlyRoot = 8,
}
