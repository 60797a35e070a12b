namespace HardenBuild.Model.Docker;

/// <summary>What a container runs on.</summary>
internal enum ContainerOperatingSystem
{
    Unknown,
    Linux,
    Windows,
}
