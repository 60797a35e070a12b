using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>A network that a container is in.</summary>
/// <param name="Name">The name by which the container refers to it.</param>
/// <param name="Driver">Null for the default driver, or when it cannot be told.</param>
internal sealed record ContainerNetwork(Located<string> Name, Located<string>? Driver)
{
    /// <summary>The name of a network that exists already; null for one that is made for the project.</summary>
    public Located<string>? ExternalName { get; init; }

    /// <summary>Whether an overlay network encrypts what it carries.</summary>
    public bool IsEncrypted { get; init; }
}
