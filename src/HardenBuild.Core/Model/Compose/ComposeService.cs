using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Model.Compose;

/// <summary>A service of a Compose project.</summary>
/// <param name="Syntax">Its mapping in all files, for what <paramref name="Options"/> does not cover.</param>
internal sealed record ComposeService(ContainerOptions Options, ComposeLayers Syntax);
