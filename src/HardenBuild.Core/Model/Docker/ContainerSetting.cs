namespace HardenBuild.Model.Docker;

/// <summary>Settings of a container whose absence rules report, so that "not set" and "cannot be told" must differ.</summary>
internal enum ContainerSetting
{
    Privileged,
    CapabilitiesDropped,
    SecurityOptions,
    ReadOnlyRoot,
}
