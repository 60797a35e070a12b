using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>A container that a file starts which is not a Compose file.</summary>
internal sealed record CarriedContainer(ContainerOptions Options, ContainerUse Use);
